namespace LookoutVision.Engine.Evaluation;

/// <summary>Compares verdicts with labels, one image after another; masks are counted at once and not kept.</summary>
/// <param name="labels">The labels of the masks, in class order from 1; empty: masks are not compared.</param>
public sealed class Evaluator(IReadOnlyList<string> labels)
{
    /// <summary>Counts one image.</summary>
    public void Add(JudgedImage image) => throw new NotImplementedException(labels.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Figures over all images counted.</summary>
    /// <exception cref="InvalidOperationException">No image was counted.</exception>
    public EvaluationReport Report() => throw new NotImplementedException();
}
