using System.Globalization;
using System.Text.Json;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Syntax;

/// <summary>Cuts a query into its words.</summary>
internal sealed class Lexer(string expression)
{
    private int _position;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        while (_position < expression.Length)
        {
            if (expression[_position] is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
            }
            else
            {
                tokens.Add(Next());
            }
        }

        tokens.Add(new(TokenKind.End, _position, ""));
        return tokens;
    }

    private Token Next() => expression[_position] switch
    {
        '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Identifier(),
        '-' or (>= '0' and <= '9') => Number(),
        '"' => QuotedIdentifier(),
        '\'' => RawString(),
        '`' => Literal(),
        '[' => Symbol(('?', TokenKind.Filter), (']', TokenKind.Flatten), TokenKind.LeftBracket),
        '|' => Symbol(('|', TokenKind.Or), TokenKind.Pipe),
        '&' => Symbol(('&', TokenKind.And), TokenKind.Reference),
        '!' => Symbol(('=', TokenKind.NotEqual), TokenKind.Not),
        '<' => Symbol(('=', TokenKind.LessOrEqual), TokenKind.Less),
        '>' => Symbol(('=', TokenKind.GreaterOrEqual), TokenKind.Greater),
        '=' when Peek() == '=' => Take(2, TokenKind.Equal),
        '.' => Take(1, TokenKind.Dot),
        '*' => Take(1, TokenKind.Star),
        ',' => Take(1, TokenKind.Comma),
        ':' => Take(1, TokenKind.Colon),
        '@' => Take(1, TokenKind.Current),
        ']' => Take(1, TokenKind.RightBracket),
        '{' => Take(1, TokenKind.LeftBrace),
        '}' => Take(1, TokenKind.RightBrace),
        '(' => Take(1, TokenKind.LeftParenthesis),
        ')' => Take(1, TokenKind.RightParenthesis),
        var other => throw SyntaxErrors.At(expression, _position, $"Unknown token {other}"),
    };

    private Token Symbol((char Second, TokenKind Kind) two, TokenKind one) =>
        Peek() == two.Second ? Take(2, two.Kind) : Take(1, one);

    private Token Symbol((char Second, TokenKind Kind) two, (char Second, TokenKind Kind) other, TokenKind one) =>
        Peek() == other.Second ? Take(2, other.Kind) : Symbol(two, one);

    private char Peek() => _position + 1 < expression.Length ? expression[_position + 1] : '\0';

    private Token Take(int length, TokenKind kind, object? value = null)
    {
        var token = new Token(kind, _position, expression.Substring(_position, length), value);
        _position += length;
        return token;
    }

    private Token Identifier()
    {
        var length = 1;
        while (_position + length < expression.Length && expression[_position + length] is var c && (char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            length++;
        }

        return Take(length, TokenKind.UnquotedIdentifier, expression.Substring(_position, length));
    }

    private Token Number()
    {
        var length = 1;
        while (_position + length < expression.Length && char.IsAsciiDigit(expression[_position + length]))
        {
            length++;
        }

        return int.TryParse(expression.AsSpan(_position, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? Take(length, TokenKind.Number, value)
            : throw SyntaxErrors.At(expression, _position, $"{expression.AsSpan(_position, length)} is no index");
    }

    private Token QuotedIdentifier()
    {
        var length = LengthTo('"');
        try
        {
            return Take(length, TokenKind.QuotedIdentifier, (string)JsonValues.Read(expression.Substring(_position, length))!);
        }
        catch (JsonException)
        {
            throw SyntaxErrors.At(expression, _position, "The quoted name is no JSON string");
        }
    }

    private Token RawString()
    {
        var length = LengthTo('\'');
        return Take(length, TokenKind.Literal, expression.Substring(_position + 1, length - 2).Replace("\\'", "'", StringComparison.Ordinal));
    }

    private Token Literal()
    {
        var length = LengthTo('`');
        var json = expression.Substring(_position + 1, length - 2).Replace("\\`", "`", StringComparison.Ordinal).TrimStart();
        return Take(length, TokenKind.Literal, ReadLiteral(json));
    }

    // Of old, quotes around a string could be left out, and much that is written for the AWS command does.
    private object? ReadLiteral(string json)
    {
        try
        {
            return JsonValues.Read(json);
        }
        catch (JsonException)
        {
            try
            {
                return JsonValues.Read($"\"{json}\"");
            }
            catch (JsonException)
            {
                throw SyntaxErrors.At(expression, _position, "The literal is no JSON");
            }
        }
    }

    private int LengthTo(char end)
    {
        for (var i = _position + 1; i < expression.Length; i++)
        {
            if (expression[i] == '\\')
            {
                i++;
            }
            else if (expression[i] == end)
            {
                return i + 1 - _position;
            }
        }

        throw SyntaxErrors.At(expression, _position, $"Unclosed {end} delimiter");
    }
}
