using System.Globalization;
using System.Text;
using System.Text.Json;
using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Paging;

/// <summary>Where a list was cut: the service's token of a page, and how many of its items were taken. As the AWS command writes it.</summary>
/// <param name="NextToken">The page's token; null for the first.</param>
/// <param name="Taken">How many of its items are done.</param>
internal sealed record ResumeToken(string? NextToken, int Taken)
{
    private const string TakenMember = "boto_truncate_amount";

    public static ResumeToken Start { get; } = new(null, 0);

    /// <summary>Reads a token; what was not written by <see cref="ToString"/> is a token of the service's own.</summary>
    public static ResumeToken Parse(string token)
    {
        try
        {
            if (JsonValues.Read(Encoding.UTF8.GetString(Convert.FromBase64String(token))) is JsonMap members
                && members.TryGetValue(Pagination.TokenMember, out var next))
            {
                var taken = members.GetValueOrDefault(TakenMember) as long? ?? 0;
                return new(next as string, (int)Math.Clamp(taken, 0, int.MaxValue));
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // It is not one of ours.
        }

        return new(token, 0);
    }

    public override string ToString()
    {
        var next = JsonText.Compact(NextToken);
        var taken = Taken > 0 ? string.Create(CultureInfo.InvariantCulture, $", \"{TakenMember}\": {Taken}") : "";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"{Pagination.TokenMember}\": {next}{taken}}}"));
    }
}
