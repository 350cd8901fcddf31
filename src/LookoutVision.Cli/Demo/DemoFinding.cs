using LookoutVision.Samples;

namespace LookoutVision.Cli.Demo;

/// <summary>The truth about a picture beside the verdict on it.</summary>
internal sealed record DemoFinding(DemoImage Image, DetectAnomalyResult Result)
{
    public bool IsRight => Result.IsAnomalous == (Image.Defect != SampleDefect.None);
}
