namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019), its rate rising and falling once (Smith and Topin 2018).</summary>
internal sealed class AdamW(float[][] parameters, int steps)
{
    private const float PeakRate = 3e-3f;
    private const float WeightDecay = 1e-2f;
    private const float MeanDecay = 0.9f;
    private const float SquareDecay = 0.99f;
    private const float WarmUp = 0.25f;

    private readonly float[][] _means = parameters.Select(p => new float[p.Length]).ToArray();
    private readonly float[][] _squares = parameters.Select(p => new float[p.Length]).ToArray();
    private int _step;

    /// <summary>One step against the gradients, which are cleared.</summary>
    public void Step(float[][] gradients)
    {
        var progress = (float)_step++ / steps;
        var rise = progress < WarmUp ? progress / WarmUp : (1 - progress) / (1 - WarmUp);
        var rate = PeakRate * Math.Max(0.5f * (1 - MathF.Cos(MathF.PI * rise)), 1e-3f);
        var meanScale = 1 / (1 - MathF.Pow(MeanDecay, _step));
        var squareScale = 1 / (1 - MathF.Pow(SquareDecay, _step));
        for (var layer = 0; layer < parameters.Length; layer++)
        {
            var (p, g, m, v) = (parameters[layer], gradients[layer], _means[layer], _squares[layer]);
            for (var i = 0; i < p.Length; i++)
            {
                m[i] = (MeanDecay * m[i]) + ((1 - MeanDecay) * g[i]);
                v[i] = (SquareDecay * v[i]) + ((1 - SquareDecay) * g[i] * g[i]);
                p[i] -= rate * ((m[i] * meanScale / (MathF.Sqrt(v[i] * squareScale) + 1e-8f)) + (WeightDecay * p[i]));
            }

            Array.Clear(g);
        }
    }
}
