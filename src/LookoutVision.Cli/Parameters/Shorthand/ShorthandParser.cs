using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Parameters.Shorthand;

/// <summary>The AWS command's shorthand syntax: <c>Key=value,List=a,b,Structure={Key=value},Items=[{Key=value}]</c>.</summary>
internal sealed class ShorthandParser
{
    private const int MaximumDepth = 50;

    private readonly ShorthandScanner _text;

    private int _depth;

    private ShorthandParser(string text) => _text = new(text);

    /// <exception cref="ShorthandException">The text is not in that syntax.</exception>
    public static JsonObject Parse(string text) => new ShorthandParser(text).Members();

    private JsonObject Members()
    {
        var members = new JsonObject();
        AddMember(members, 0);
        var end = _text.Position;
        while (!_text.IsAtEnd)
        {
            _text.ExpectSpaced(',');
            AddMember(members, end + 1);
            end = _text.Position;
        }

        return members;
    }

    private void AddMember(JsonObject members, int position)
    {
        var key = Key();
        _text.ExpectSpaced('=');
        var value = _text.Current switch
        {
            null => "",
            '[' => List(),
            '{' => Structure(),
            _ => ValueOrList(),
        };
        if (!members.TryAdd(key, value))
        {
            throw _text.Duplicate(key, position);
        }
    }

    private string Key() => _text.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '#' or '/' or ':');

    /// <summary><c>a</c>, or <c>a,b</c> as far as no key follows a comma.</summary>
    private JsonNode ValueOrList()
    {
        var first = Word();
        _text.SkipSpaces();
        if (_text.Current != ',')
        {
            return first;
        }

        var items = new List<string> { first };
        while (_text.Current == ',')
        {
            var comma = _text.Position;
            _text.ExpectSpaced(',');
            if (NextItem() is not { } item)
            {
                _text.Position = comma;
                break;
            }

            items.Add(item);
            _text.SkipSpaces();
        }

        return items.Count == 1 ? first : new JsonArray([.. items.Select(i => JsonValue.Create(i))]);
    }

    /// <summary>A list's further item; null where it is rather the next member's key.</summary>
    private string? NextItem()
    {
        string? item;
        if (_text.Current is '"' or '\'')
        {
            item = _text.TakeQuoted(_text.Current.Value);
        }
        else if ((item = _text.TakeWord(IsWordStart, c => IsFollow(c) && c != '=')) is null)
        {
            return _text.IsAtEnd ? throw _text.Error("<second>", "<none>") : null;
        }

        _text.SkipSpaces();
        return _text.Current is null or ',' ? item : null;
    }

    private JsonNode Nested(Func<JsonNode> read)
    {
        if (++_depth > MaximumDepth)
        {
            throw new ShorthandException("The value is nested too deep.");
        }

        var value = read();
        _depth--;
        return value;
    }

    private JsonNode List() => Nested(() =>
    {
        var items = new JsonArray();
        _text.ExpectSpaced('[');
        while (_text.Current != ']')
        {
            items.Add(Value());
            Separate(']');
        }

        _text.Expect(']');
        return items;
    });

    private JsonNode Structure() => Nested(() =>
    {
        var members = new JsonObject();
        _text.ExpectSpaced('{');
        while (_text.Current != '}')
        {
            var key = Key();
            _text.ExpectSpaced('=');
            members[key] = Value();
            Separate('}');
        }

        _text.Expect('}');
        return members;
    });

    private JsonNode Value() => _text.Current switch
    {
        '[' => List(),
        '{' => Structure(),
        _ => Word(),
    };

    private void Separate(char end)
    {
        _text.SkipSpaces();
        if (_text.Current != end)
        {
            _text.Expect(',');
            _text.SkipSpaces();
        }
    }

    private string Word() => _text.Current is '"' or '\''
        ? _text.TakeQuoted(_text.Current.Value)
        : _text.TakeWord(IsWordStart, c => IsFollow(c) && c is not (']' or '}')) ?? "";

    private static bool IsWordStart(char c) => c > ' ' && c is not ('"' or '\'' or ',' or '=' or '[' or '{');

    private static bool IsFollow(char c) => (c > ' ' || char.IsWhiteSpace(c)) && c is not ('"' or '\'' or ',');
}
