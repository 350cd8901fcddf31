using LookoutVision.Samples;

namespace LookoutVision.Cli.Demo;

/// <summary>One picture that the demo drew.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Defect">The truth about it.</param>
internal sealed record DemoImage(string Path, SampleDefect Defect);
