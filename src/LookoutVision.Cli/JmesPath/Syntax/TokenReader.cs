namespace LookoutVision.Cli.JmesPath.Syntax;

/// <summary>Goes through a query word by word.</summary>
internal sealed class TokenReader(string expression)
{
    private readonly List<Token> _tokens = new Lexer(expression).Read();

    private int _index;

    public Token Current => _tokens[_index];

    public TokenKind Next => _tokens[Math.Min(_index + 1, _tokens.Count - 1)].Kind;

    public Token Take()
    {
        var token = Current;
        _index = Math.Min(_index + 1, _tokens.Count - 1);
        return token;
    }

    public bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    public Token Require(TokenKind kind) => Current.Kind == kind ? Take() : throw Error("Invalid token");

    public JmesPathException Error(string reason) => ErrorAt(Current, reason);

    public JmesPathException ErrorAt(Token token, string reason) => SyntaxErrors.At(expression, token, reason);
}
