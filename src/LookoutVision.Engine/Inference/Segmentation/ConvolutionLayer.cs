using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>A 3x3 convolution with bias, zeros beyond the border, and a rectifier where it is not the last layer.</summary>
/// <param name="Inputs">Channels in.</param>
/// <param name="Outputs">Channels out, a multiple of 8.</param>
/// <param name="Rectified">Whether negative outputs become nought.</param>
internal sealed record ConvolutionLayer(int Inputs, int Outputs, bool Rectified)
{
    public const int Window = 3;

    public int Taps => Window * Window * Inputs;

    /// <summary>Tap by tap, <see cref="Outputs"/> weights each; then the biases.</summary>
    public float[] Parameters { get; init; } = new float[((Window * Window * Inputs) + 1) * Outputs];

    public unsafe void Forward(Activation input, Activation output)
    {
        // Eight filters fill half a wide vector. Two neighbouring pixels side by side fill it: a window of four columns, two pixels
        // from one to the next, and weights of nought where a pixel's own window does not reach.
        var pair = Simd.HasWide && Outputs == ConvolutionKernel.FilterBlock && input.Width % 2 == 0;
        var (pixels, columns) = pair ? (2, Window + 1) : (1, Window);
        fixed (float* from = input.Data, parameters = pair ? Paired() : Parameters, to = output.Data)
        {
            for (var y = 0; y < input.Height; y++)
            {
                ConvolutionKernel.Row(
                    from + (y * input.Stride), pixels * Inputs, input.Stride, Window, columns * Inputs,
                    parameters, parameters + (Window * columns * Inputs * pixels * Outputs), pixels * Outputs,
                    to + output.Offset(y), input.Width / pixels, Rectified ? 0 : float.NegativeInfinity);
            }
        }
    }

    /// <summary>The parameters of a layer that gives two pixels at once.</summary>
    private float[] Paired()
    {
        var paired = new float[((Window * (Window + 1) * Inputs) + 1) * 2 * Outputs];
        for (var row = 0; row < Window; row++)
        {
            for (var tap = 0; tap < Window * Inputs; tap++)
            {
                var weights = Parameters.AsSpan(((row * Window * Inputs) + tap) * Outputs, Outputs);
                var at = ((row * (Window + 1) * Inputs) + tap) * 2 * Outputs;
                weights.CopyTo(paired.AsSpan(at));
                weights.CopyTo(paired.AsSpan(at + (Inputs * 2 * Outputs) + Outputs));
            }
        }

        var biases = Parameters.AsSpan(Taps * Outputs);
        biases.CopyTo(paired.AsSpan(paired.Length - (2 * Outputs)));
        biases.CopyTo(paired.AsSpan(paired.Length - Outputs));
        return paired;
    }
}
