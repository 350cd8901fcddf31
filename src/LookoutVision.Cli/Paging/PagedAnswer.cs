using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Paging;

/// <summary>A list that comes page by page.</summary>
/// <param name="resultMember">The member of a page that holds its items.</param>
/// <param name="pages">The pages.</param>
internal class PagedAnswer(string resultMember, IAsyncEnumerable<JsonMap> pages)
{
    public string ResultMember { get; } = resultMember;

    public IAsyncEnumerable<JsonMap> Pages { get; } = pages;

    /// <summary>Where the list was cut; null where it was not. Known once the pages have been read.</summary>
    public virtual string? ResumeToken => null;

    /// <summary>Joins all pages, with the token to go on where the list was cut.</summary>
    /// <param name="merged">Gets what was read, also where reading ends in an error.</param>
    public async Task MergeAsync(JsonMap merged)
    {
        List<object?>? items = null;
        try
        {
            await foreach (var page in Pages)
            {
                if (page.GetValueOrDefault(ResultMember) is object?[] more)
                {
                    (items ??= []).AddRange(more);
                }
            }
        }
        finally
        {
            if (items is not null)
            {
                merged[ResultMember] = items.ToArray();
            }
        }

        if (ResumeToken is { } token)
        {
            merged[Pagination.TokenMember] = token;
        }
    }
}
