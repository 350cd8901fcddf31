using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Paging;
using LookoutVision.Cli.Parameters;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Operations;

/// <summary>The options for how far a list is read.</summary>
internal sealed class PagingOptions
{
    private readonly Option<string[]> _startingToken = OptionsOf.Text("--starting-token", "Go on where an earlier answer's NextToken says.", "TOKEN");

    private readonly Option<string[]> _pageSize = OptionsOf.Text("--page-size", "How many items are asked for at once.", "N");

    private readonly Option<string[]> _maxItems = OptionsOf.Text("--max-items", "How many items are wanted at most; NextToken then tells where to go on.", "N");

    public IEnumerable<Option> All => [_startingToken, _pageSize, _maxItems];

    /// <summary>How to read the list; null where the caller asks for pages one by one.</summary>
    /// <exception cref="ParameterException">Paging is both asked for and turned off.</exception>
    public PagingSettings? Read(ParseResult arguments, JsonObject input, bool isPaginated)
    {
        var isManual = !isPaginated || input.ContainsKey(Pagination.TokenMember) || input.ContainsKey(Pagination.LimitMember);
        if (!isManual)
        {
            return new(arguments.Last(_startingToken), arguments.Number(_pageSize), arguments.Number(_maxItems));
        }

        var given = new[] { _startingToken, _pageSize, _maxItems }.Where(o => arguments.Last(o) is not null).Select(o => o.Name).ToList();
        return given.Count == 0 ? null : throw new ParameterException(
            $"Cannot specify --no-paginate along with pagination arguments: {string.Join(", ", given)}");
    }
}
