using System.Text.Json;
using System.Text.Json.Serialization;

namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>The figures of every split, and what sums them up.</summary>
/// <param name="Splits">Each split.</param>
/// <param name="Mean">Their mean; of folds, the figures over all images as one.</param>
internal sealed record Report<T>(IReadOnlyList<T> Splits, T Mean)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Format) + "\n");
}
