using System.Text.Json;
using System.Text.Json.Serialization;

namespace LookoutVision.Engine;

/// <summary>The JSON header of a model file.</summary>
internal sealed record ModelFileHeader
{
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required string EngineVersion { get; init; }

    public required int ImageWidth { get; init; }

    public required int ImageHeight { get; init; }

    public required IReadOnlyList<SegmentationLabel> Labels { get; init; }

    /// <summary>How the model came about, for people: seed and numbers of images.</summary>
    public required ModelOrigin Origin { get; init; }

    public required WorkingSizeHeader WorkingSize { get; init; }

    /// <summary>Whether images are laid over a reference image, which the file then holds.</summary>
    public required bool Aligned { get; init; }

    /// <summary>Whether they are also bent.</summary>
    public bool Bends { get; init; }

    /// <summary>The kinds of features that are looked at, in order.</summary>
    public required IReadOnlyList<Features.FeatureKind> Views { get; init; }

    /// <summary>Whether the model has seen anomalies, and holds the classifiers that learn from them.</summary>
    public required bool Supervised { get; init; }

    /// <summary>Whether images are also judged as a whole.</summary>
    public bool Pooled { get; init; }

    /// <summary>What marks defects; absent for a classification model.</summary>
    public SegmenterHeader? Segmenter { get; init; }

    public required double Threshold { get; init; }

    public required double Slope { get; init; }

    /// <summary>The arrays that follow, in order, with the number of their floats.</summary>
    public IReadOnlyList<ArrayHeader> Arrays { get; init; } = [];

    /// <summary>Whether nothing is null that must not be: a reader of JSON does not look.</summary>
    [JsonIgnore]
    public bool IsWhole =>
        this is { EngineVersion: not null, Labels: not null, Origin: not null, WorkingSize: not null, Views: not null, Arrays: not null }
        && Segmenter is null or { Thresholds: not null }
        && Labels.All(l => l is { Name: not null, Color: not null })
        && Arrays.All(a => a is { Name: not null });

    internal sealed record WorkingSizeHeader(int Width, int Height, int CellSize, double Factor);

    /// <param name="Reduction">Pixels of the working size to one of the network's.</param>
    /// <param name="Thresholds">The probability of each label above which a pixel is marked.</param>
    internal sealed record SegmenterHeader(int Reduction, float[] Thresholds);

    internal sealed record ArrayHeader(string Name, int Length);
}
