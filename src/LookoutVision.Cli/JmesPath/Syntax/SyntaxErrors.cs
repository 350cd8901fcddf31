namespace LookoutVision.Cli.JmesPath.Syntax;

/// <summary>What is wrong with a query, and where.</summary>
internal static class SyntaxErrors
{
    public static JmesPathException At(string expression, Token token, string reason)
    {
        var told = token.Kind == TokenKind.End
            ? "Invalid jmespath expression: Incomplete expression"
            : $"{reason}: Parse error at column {token.Position}, token \"{token.Text}\", for expression";
        return new(JmesPathErrorKind.Syntax, $"{told}:\n\"{expression}\"\n{new string(' ', token.Position + 1)}^");
    }

    public static JmesPathException At(string expression, int position, string reason) =>
        new(
            JmesPathErrorKind.Syntax,
            $"Bad jmespath expression: {reason}:\n{expression}\n{new string(' ', position)}^");

    public static JmesPathException TooDeep() => new(JmesPathErrorKind.Syntax, "The query is nested too deep.");
}
