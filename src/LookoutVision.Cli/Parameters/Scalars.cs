using System.Globalization;
using System.Text.Json.Nodes;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Parameters;

/// <summary>Single words of the command line as values of the service's shapes.</summary>
internal static class Scalars
{
    /// <exception cref="ParameterException">A number is none.</exception>
    public static JsonNode Read(string option, string word, Shape shape) => shape switch
    {
        IntegerShape => long.TryParse(word.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : throw ParameterException.Of(option, $"invalid literal for int() with base 10: '{word}'"),
        FloatShape => double.TryParse(word.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw ParameterException.Of(option, $"could not convert string to float: '{word}'"),
        BooleanShape when bool.TryParse(word, out var truth) => truth,
        _ => word,
    };
}
