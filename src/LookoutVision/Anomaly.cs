using System.Globalization;

namespace LookoutVision;

/// <summary>One anomaly type found in an image, or <c>background</c>.</summary>
/// <param name="Name">The type's label; <c>background</c> for what is no anomaly.</param>
/// <param name="PixelAnomaly">Its area and colour.</param>
public sealed record Anomaly(string Name, PixelAnomaly PixelAnomaly)
{
    /// <summary>The name of the entry that stands for everything that is no anomaly.</summary>
    public const string Background = "background";

    /// <summary>Whether this entry is the background.</summary>
    public bool IsBackground => string.Equals(Name, Background, StringComparison.OrdinalIgnoreCase);

    /// <summary>Name and area: <c>cracked 1.81%</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {PixelAnomaly.TotalPercentageArea * 100:0.##}%");
}
