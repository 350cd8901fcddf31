using System.Text.Json;
using System.Text.Json.Serialization;

namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>The figures of every split, and their mean.</summary>
internal sealed record AccuracyReport(IReadOnlyList<AccuracyFigures> Splits, AccuracyFigures Mean)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Format) + "\n");
}
