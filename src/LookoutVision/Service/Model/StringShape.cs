using System.Text.RegularExpressions;

namespace LookoutVision.Service.Model;

/// <summary>Text.</summary>
internal sealed class StringShape(string name) : Shape(name)
{
    private Regex? _expression;

    /// <summary>The fewest characters; 0 where the service sets none.</summary>
    public int MinLength { get; init; }

    /// <summary>The most characters; null where the service sets none.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the whole value matches, as the service writes it; null where it sets none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values there are; empty where any is one.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether the whole of a value matches <see cref="Pattern"/>.</summary>
    public bool Matches(string value)
    {
        if (Pattern is null)
        {
            return true;
        }

        // Made when first asked: a command that sends one value needs one expression, not twenty.
        _expression ??= new($@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        return _expression.IsMatch(value);
    }
}
