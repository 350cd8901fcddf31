namespace LookoutVision;

/// <summary>What the making of a model can be told.</summary>
public sealed record ModelTrainingOptions
{
    /// <summary>Free text about the version, up to 500 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The seed of every random choice; the same images and seed give the same model file.</summary>
    public int Seed { get; init; }

    /// <summary>Whether images of several sizes are brought to one; otherwise they are an error, as in the service.</summary>
    public bool Resize { get; init; }

    /// <summary>Where the evaluation's files are written to beside the model; absent: nowhere else.</summary>
    public S3Location? OutputConfig { get; init; }

    /// <summary>The key that the service would encrypt with. The Local host only keeps and tells it.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>The tags that the model gets.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = NoTags;

    private static readonly Dictionary<string, string> NoTags = [];
}
