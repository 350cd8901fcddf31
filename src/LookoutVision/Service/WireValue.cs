using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LookoutVision.Service;

/// <summary>Values as they stand in the JSON of requests and answers.</summary>
internal static class WireValue
{
    private const double MostSeconds = 253_402_300_799;

    /// <summary>A moment as the service writes it: Unix seconds with a fraction of milliseconds.</summary>
    public static JsonNode FromTime(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000m;

    /// <summary>Whether it is a whole number, without fraction or exponent.</summary>
    public static bool TryInteger(JsonValue value, out long number)
    {
        number = 0;
        return value.GetValueKind() == JsonValueKind.Number
            && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Whether it is a moment: a number of Unix seconds, or ISO 8601, which is of UTC where it names no zone.</summary>
    public static bool TryTime(JsonValue value, out DateTimeOffset time)
    {
        time = default;
        switch (value.GetValueKind())
        {
            case JsonValueKind.Number:
                var seconds = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
                if (!(Math.Abs(seconds) <= MostSeconds))
                {
                    return false;
                }

                // To the microsecond, as clients read it: what a float cannot hold is not the sender's.
                time = DateTimeOffset.UnixEpoch.AddTicks(10 * (long)Math.Round(1e6 * Math.Max(seconds, -62_135_596_800)));
                return true;
            case JsonValueKind.String:
                return DateTimeOffset.TryParse(
                    value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
            default:
                return false;
        }
    }

    /// <summary>Whether it is base64.</summary>
    public static bool TryBytes(JsonValue value, out byte[] bytes)
    {
        bytes = [];
        if (value.GetValueKind() != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            bytes = Convert.FromBase64String(value.GetValue<string>());
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
