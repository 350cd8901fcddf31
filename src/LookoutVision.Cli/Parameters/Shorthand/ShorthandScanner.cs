namespace LookoutVision.Cli.Parameters.Shorthand;

/// <summary>Goes through a value in shorthand syntax character by character.</summary>
internal sealed class ShorthandScanner(string text)
{
    /// <summary>The next character's place.</summary>
    public int Position { get; set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The next character; null at the end.</summary>
    public char? Current => IsAtEnd ? null : text[Position];

    public void SkipSpaces()
    {
        while (Current is { } c && char.IsWhiteSpace(c))
        {
            Position++;
        }
    }

    public void Expect(char character)
    {
        if (Current != character)
        {
            throw Error(character.ToString(), Current?.ToString() ?? "EOF");
        }

        Position++;
    }

    /// <summary>Expects a character with or without spaces around it.</summary>
    public void ExpectSpaced(char character)
    {
        SkipSpaces();
        Expect(character);
        SkipSpaces();
    }

    public string TakeWhile(Func<char, bool> fits)
    {
        var start = Position;
        while (Current is { } c && fits(c))
        {
            Position++;
        }

        return text[start..Position];
    }

    /// <summary>Takes a word in which a comma stands after a backslash; null where none starts here.</summary>
    public string? TakeWord(Func<char, bool> starts, Func<char, bool> follows)
    {
        var start = Position;
        while (Current is { } c)
        {
            if (c == '\\' && Position + 1 < text.Length && text[Position + 1] == ',')
            {
                Position += 2;
            }
            else if (Position == start ? starts(c) : follows(c))
            {
                Position++;
            }
            else
            {
                break;
            }
        }

        return Position == start ? null : text[start..Position].Replace("\\,", ",", StringComparison.Ordinal).TrimEnd();
    }

    /// <summary>Takes what stands between quotes, where a backslash goes before a quote or a backslash.</summary>
    public string TakeQuoted(char quote)
    {
        for (var i = Position + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
            }
            else if (text[i] == quote)
            {
                var inner = text[(Position + 1)..i];
                Position = i + 1;
                return inner.Replace($"\\{quote}", quote.ToString(), StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
            }
        }

        throw Error(quote == '"' ? "<double quoted>" : "<singled quoted>", "<none>");
    }

    public ShorthandException Error(string expected, string received) =>
        new($"Expected: '{expected}', received: '{received}' for input:\n{Place(Position)}");

    public ShorthandException Duplicate(string key, int position) => new(
        $"Second instance of key \"{key}\" encountered for input:\n{Place(position)}\n"
        + "This is often because there is a preceding \",\" instead of a space.");

    private string Place(int position) => $"{text}\n{new string(' ', position)}^";
}
