using LookoutVision.Cli.JmesPath.Functions;
using LookoutVision.Cli.JmesPath.Nodes;

namespace LookoutVision.Cli.JmesPath.Syntax;

/// <summary>Makes the tree of a query, by operator precedence (Pratt, "Top down operator precedence", 1973).</summary>
internal sealed class Parser(string expression)
{
    /// <summary>What binds less than this ends a projection.</summary>
    private const int ProjectionStop = 10;

    private const int FlattenPower = 9;
    private const int StarPower = 20;
    private const int FilterPower = 21;
    private const int DotPower = 40;
    private const int NotPower = 45;

    private readonly TokenReader _tokens = new(expression);

    private int _depth;

    public Node Parse()
    {
        var root = Expression(0);
        return _tokens.Current.Kind == TokenKind.End ? root : throw _tokens.Error("Unexpected token");
    }

    private Node Expression(int power)
    {
        if (++_depth > Node.MaximumDepth)
        {
            throw SyntaxErrors.TooDeep();
        }

        var left = Prefix(_tokens.Take());
        while (power < _tokens.Current.BindingPower)
        {
            left = Infix(_tokens.Take(), left);
        }

        _depth--;
        return left;
    }

    private Node Prefix(Token token) => token.Kind switch
    {
        TokenKind.Literal => new LiteralNode(token.Value),
        TokenKind.UnquotedIdentifier when _tokens.TryTake(TokenKind.LeftParenthesis) => Function(token),
        TokenKind.UnquotedIdentifier => new FieldNode((string)token.Value!),
        TokenKind.QuotedIdentifier when _tokens.Current.Kind == TokenKind.LeftParenthesis =>
            throw _tokens.ErrorAt(token, "Quoted identifier not allowed for function names"),
        TokenKind.QuotedIdentifier => new FieldNode((string)token.Value!),
        TokenKind.Star => new ValueProjectionNode(CurrentNode.Instance, ProjectionRight(StarPower)),
        TokenKind.Filter => Filter(CurrentNode.Instance),
        TokenKind.Flatten => Flatten(CurrentNode.Instance),
        TokenKind.LeftBrace => MultiSelectHash(),
        TokenKind.LeftBracket => Bracket(),
        TokenKind.LeftParenthesis => Parenthesis(),
        TokenKind.Not => new NotNode(Expression(NotPower)),
        TokenKind.Current => CurrentNode.Instance,
        TokenKind.Reference => new ReferenceNode(Expression(0)),
        _ => throw _tokens.ErrorAt(token, "Invalid token"),
    };

    private Node Infix(Token token, Node left) => token.Kind switch
    {
        TokenKind.Dot when _tokens.TryTake(TokenKind.Star) => new ValueProjectionNode(left, ProjectionRight(DotPower)),
        TokenKind.Dot => new PipeNode(left, DotRight(DotPower)),
        TokenKind.Pipe => new PipeNode(left, Expression(token.BindingPower)),
        TokenKind.Or => new OrNode(left, Expression(token.BindingPower)),
        TokenKind.And => new AndNode(left, Expression(token.BindingPower)),
        TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual =>
            new ComparisonNode(token.Kind, left, Expression(token.BindingPower)),
        TokenKind.Filter => Filter(left),
        TokenKind.Flatten => Flatten(left),
        TokenKind.LeftBracket when IsIndex() => Index(left),
        TokenKind.LeftBracket => ListProjection(left),
        _ => throw _tokens.ErrorAt(token, "Invalid token"),
    };

    private Node Parenthesis()
    {
        var inner = Expression(0);
        _tokens.Require(TokenKind.RightParenthesis);
        return inner;
    }

    private Node Bracket() =>
        IsIndex() ? Index(CurrentNode.Instance)
        : _tokens.Current.Kind == TokenKind.Star && _tokens.Next == TokenKind.RightBracket ? ListProjection(CurrentNode.Instance)
        : MultiSelectList();

    private bool IsIndex() => _tokens.Current.Kind is TokenKind.Number or TokenKind.Colon;

    private Node Index(Node left)
    {
        if (_tokens.Next != TokenKind.Colon && _tokens.Current.Kind == TokenKind.Number)
        {
            var index = new IndexNode((int)_tokens.Take().Value!);
            _tokens.Require(TokenKind.RightBracket);
            return new PipeNode(left, index);
        }

        var slice = new PipeNode(left, Slice());
        return new ListProjectionNode(slice, ProjectionRight(StarPower));
    }

    private SliceNode Slice()
    {
        var start = Number();
        _tokens.Require(TokenKind.Colon);
        var stop = Number();
        var step = _tokens.TryTake(TokenKind.Colon) ? Number() : null;
        _tokens.Require(TokenKind.RightBracket);
        return new(start, stop, step);
    }

    private int? Number() => _tokens.Current.Kind == TokenKind.Number ? (int)_tokens.Take().Value! : null;

    private ListProjectionNode ListProjection(Node left)
    {
        _tokens.Require(TokenKind.Star);
        _tokens.Require(TokenKind.RightBracket);
        return new(left, ProjectionRight(StarPower));
    }

    private ListProjectionNode Flatten(Node left) => new(new FlattenNode(left), ProjectionRight(FlattenPower));

    private FilterNode Filter(Node left)
    {
        var condition = Expression(0);
        _tokens.Require(TokenKind.RightBracket);
        return new(left, condition, _tokens.Current.Kind == TokenKind.Flatten ? CurrentNode.Instance : ProjectionRight(FilterPower));
    }

    private Node ProjectionRight(int power)
    {
        if (_tokens.Current.BindingPower < ProjectionStop)
        {
            return CurrentNode.Instance;
        }

        return _tokens.Current.Kind is TokenKind.LeftBracket or TokenKind.Filter ? Expression(power)
            : _tokens.TryTake(TokenKind.Dot) ? DotRight(power)
            : throw _tokens.Error("Invalid token");
    }

    private Node DotRight(int power) =>
        _tokens.Current.Kind is TokenKind.QuotedIdentifier or TokenKind.UnquotedIdentifier or TokenKind.Star ? Expression(power)
        : _tokens.TryTake(TokenKind.LeftBracket) ? MultiSelectList()
        : _tokens.TryTake(TokenKind.LeftBrace) ? MultiSelectHash()
        : throw _tokens.Error("Invalid token");

    private MultiSelectListNode MultiSelectList() => new(Separated(TokenKind.RightBracket, () => Expression(0)));

    private MultiSelectHashNode MultiSelectHash() => new(Separated(TokenKind.RightBrace, () =>
    {
        var name = _tokens.Current.Kind == TokenKind.QuotedIdentifier ? _tokens.Take() : _tokens.Require(TokenKind.UnquotedIdentifier);
        _tokens.Require(TokenKind.Colon);
        return KeyValuePair.Create((string)name.Value!, Expression(0));
    }));

    private FunctionNode Function(Token name)
    {
        var arguments = _tokens.TryTake(TokenKind.RightParenthesis) ? [] : Separated(TokenKind.RightParenthesis, () => Expression(0));
        return new(FunctionTable.Find((string)name.Value!, arguments.Count), arguments);
    }

    private List<T> Separated<T>(TokenKind end, Func<T> read)
    {
        var items = new List<T> { read() };
        while (_tokens.TryTake(TokenKind.Comma))
        {
            items.Add(read());
        }

        _tokens.Require(end);
        return items;
    }
}
