namespace LookoutVision;

/// <summary>Names one version of a project's model.</summary>
/// <param name="ProjectName">The project: 1 to 255 characters, a letter or digit first, then letters, digits, <c>_</c> and <c>-</c>.</param>
/// <param name="ModelVersion">A whole number from 1 up without leading zeros, or <c>latest</c>.</param>
public sealed record ModelReference(string ProjectName, string ModelVersion)
{
    /// <summary>The version that stands for the newest one.</summary>
    public const string Latest = "latest";

    /// <summary>Reads well in a message: <c>project/version</c>.</summary>
    public override string ToString() => $"{ProjectName}/{ModelVersion}";
}
