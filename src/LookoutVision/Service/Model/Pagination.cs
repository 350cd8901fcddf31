namespace LookoutVision.Service.Model;

/// <summary>How a list is read page by page; every list of the service takes <c>NextToken</c> and <c>MaxResults</c>.</summary>
/// <param name="ResultMember">The output member that holds a page's items.</param>
internal sealed record Pagination(string ResultMember)
{
    /// <summary>The token's member, in the input and in the output.</summary>
    public const string TokenMember = "NextToken";

    public const string LimitMember = "MaxResults";

    /// <summary>The most items a page has, and how many it has where the caller does not say.</summary>
    public const int MaxPageSize = 100;
}
