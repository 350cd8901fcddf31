namespace LookoutVision.Cli.Demo;

/// <summary>How large a demo is.</summary>
internal sealed record DemoSettings
{
    /// <summary>Where everything is written.</summary>
    public required string Folder { get; init; }

    /// <summary>Pixels a row of a part's picture.</summary>
    public int Width { get; init; } = 288;

    /// <summary>Rows of a part's picture.</summary>
    public int Height { get; init; } = 216;

    /// <summary>Good parts to learn from.</summary>
    public int TrainingNormal { get; init; } = 20;

    /// <summary>Defective parts to learn from.</summary>
    public int TrainingAnomalous { get; init; } = 18;

    /// <summary>Good parts to inspect.</summary>
    public int TestNormal { get; init; } = 7;

    /// <summary>Defective parts to inspect.</summary>
    public int TestAnomalous { get; init; } = 9;
}
