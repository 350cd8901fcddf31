namespace LookoutVision.Cli.JmesPath.Syntax;

/// <summary>A word of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it starts, from 0.</param>
/// <param name="Text">As written.</param>
/// <param name="Value">An identifier's name, a number, or the value of a literal.</param>
internal readonly record struct Token(TokenKind Kind, int Position, string Text, object? Value = null)
{
    /// <summary>How strongly it binds what stands before it; 0 where it cannot follow an expression.</summary>
    public int BindingPower => Kind switch
    {
        TokenKind.Pipe => 1,
        TokenKind.Or => 2,
        TokenKind.And => 3,
        TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => 5,
        TokenKind.Flatten => 9,
        TokenKind.Star => 20,
        TokenKind.Filter => 21,
        TokenKind.Dot => 40,
        TokenKind.Not => 45,
        TokenKind.LeftBrace => 50,
        TokenKind.LeftBracket => 55,
        TokenKind.LeftParenthesis => 60,
        _ => 0,
    };
}
