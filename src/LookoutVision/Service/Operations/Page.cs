using System.Text.Json.Nodes;
using LookoutVision.Service.Model;

namespace LookoutVision.Service.Operations;

/// <summary>One page of a list.</summary>
internal static class Page
{
    /// <summary>Reads the page that a request asks for.</summary>
    /// <param name="request">The request, with a token of an earlier page or none.</param>
    /// <param name="items">The whole list, in an order that stays.</param>
    /// <param name="keyOf">What a token remembers an item by.</param>
    /// <param name="isAfter">Whether an item comes after one of a key, also where that is gone by now.</param>
    /// <param name="shape">An item as it stands in the answer.</param>
    /// <exception cref="ValidationException">The token is none that an earlier answer of this list had.</exception>
    public static async Task<JsonObject> ReadAsync<T>(
        ServiceRequest request, IAsyncEnumerable<T> items, Func<T, string> keyOf, Func<T, string, bool> isAfter, Func<T, JsonNode> shape)
    {
        var limit = request.Integer(Pagination.LimitMember) ?? Pagination.MaxPageSize;
        var scope = PageToken.ScopeOf(request);
        var token = request.Text(Pagination.TokenMember);
        var last = string.IsNullOrEmpty(token) ? null : PageToken.Read(token, scope);
        var page = new JsonArray();
        string? next = null;
        var key = "";
        try
        {
            await foreach (var item in items.ConfigureAwait(false))
            {
                var isOnPage = last is null || isAfter(item, last);
                if (isOnPage && page.Count == limit)
                {
                    next = PageToken.Create(key, scope);
                    break;
                }

                if (isOnPage)
                {
                    page.Add(shape(item));
                    key = keyOf(item);
                }
            }
        }
        catch (LookoutVisionException) when (page.Count > 0)
        {
            // What could be read is not lost: the page after it tells the error.
            next = PageToken.Create(key, scope);
        }

        return new JsonObject { [request.Operation.Pagination!.ResultMember] = page }.With(Pagination.TokenMember, next);
    }
}
