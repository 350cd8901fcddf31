using System.Text.Json.Nodes;
using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Paging;

/// <summary>Asks for page after page of a list, as far as wanted.</summary>
internal sealed class ServicePages : PagedAnswer
{
    private readonly Progress _progress;

    private ServicePages(string resultMember, IAsyncEnumerable<JsonMap> pages, Progress progress)
        : base(resultMember, pages) => _progress = progress;

    public override string? ResumeToken => _progress.CutAt?.ToString();

    /// <param name="resultMember">The member of a page that holds its items.</param>
    /// <param name="input">The operation's input, less what pages need.</param>
    /// <param name="paging">How far to read.</param>
    /// <param name="ask">Asks for one page.</param>
    public static ServicePages Ask(
        string resultMember, JsonObject input, PagingSettings paging, Func<JsonObject, Task<JsonMap>> ask)
    {
        var progress = new Progress();
        return new(resultMember, ReadAsync(resultMember, input, paging, ask, progress), progress);
    }

    private static async IAsyncEnumerable<JsonMap> ReadAsync(
        string resultMember, JsonObject input, PagingSettings paging, Func<JsonObject, Task<JsonMap>> ask, Progress progress)
    {
        var (token, skipped) = paging.StartingToken is { } start ? Paging.ResumeToken.Parse(start) : Paging.ResumeToken.Start;
        var left = paging.MaxItems ?? int.MaxValue;
        while (true)
        {
            var page = await ask(Input(input, token, paging.PageSize));
            var items = page.GetValueOrDefault(resultMember) as object?[] ?? [];
            if (skipped > 0)
            {
                items = [.. items.Skip(skipped)];
                page[resultMember] = items;
            }

            if (items.Length > left)
            {
                page[resultMember] = items[..left];
                progress.CutAt = new(token, left + skipped);
                yield return page;
                yield break;
            }

            yield return page;
            left -= items.Length;
            var next = page.GetValueOrDefault(Pagination.TokenMember) as string;
            if (string.IsNullOrEmpty(next))
            {
                yield break;
            }

            if (left == 0 && paging.MaxItems is not null)
            {
                progress.CutAt = new(next, 0);
                yield break;
            }

            if (next == token)
            {
                throw new InternalServerException($"Error during pagination: The same next token was received twice: {next}");
            }

            (token, skipped) = (next, 0);
        }
    }

    private static JsonObject Input(JsonObject input, string? token, int? pageSize)
    {
        var page = (JsonObject)input.DeepClone();
        if (token is not null)
        {
            page[Pagination.TokenMember] = token;
        }

        if (pageSize is not null)
        {
            page[Pagination.LimitMember] = pageSize;
        }

        return page;
    }

    private sealed class Progress
    {
        public ResumeToken? CutAt { get; set; }
    }
}
