using LookoutVision.Cli.Paging;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Tests.Paging;

public class PagingTests
{
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData(null, "a,b,c,d,e")]
    [InlineData("2", "c,d,e")]
    [InlineData("eyJOZXh0VG9rZW4iOiAiMiIsICJib3RvX3RydW5jYXRlX2Ftb3VudCI6IDF9", "d,e")]
    public async Task AList_IsReadFromWhereItIsAskedForToItsEnd(string? token, string expected)
    {
        var merged = await MergeAsync(Pages(new(token, null, null)));

        Assert.Equal(expected, Items(merged));
        Assert.DoesNotContain("NextToken", merged.Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task PiecesOfAnyLength_MakeTheWholeList(int maxItems)
    {
        var all = new List<string>();
        string? token = null;
        do
        {
            var piece = await MergeAsync(Pages(new(token, null, maxItems)));
            all.Add(Items(piece));
            token = (string?)piece.GetValueOrDefault("NextToken");
        }
        while (token is not null);

        Assert.Equal("a,b,c,d,e", string.Join(',', all));
        Assert.All(all.SkipLast(1), piece => Assert.Equal(maxItems, piece.Split(',').Length));
    }

    [Fact]
    public async Task TheTokenOfACutPage_IsThatOfTheAwsCommand()
    {
        var merged = await MergeAsync(Pages(new(null, null, 1)));

        // {"NextToken": null, "boto_truncate_amount": 1}
        Assert.Equal("eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAxfQ==", merged["NextToken"]);
    }

    [Fact]
    public async Task ThePageSize_IsAskedOfTheService()
    {
        await MergeAsync(Pages(new(null, 7, null)));

        Assert.All(_asked, input => Assert.Contains("\"MaxResults\":7", input, StringComparison.Ordinal));
    }

    [Fact]
    public async Task APageThatLeadsToItself_IsAnError()
    {
        var pages = ServicePages.Ask("Items", [], new(null, null, null), _ => Task.FromResult(Page("x", "a")));

        var error = await Assert.ThrowsAsync<InternalServerException>(() => MergeAsync(pages));
        Assert.Contains("received twice: x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasReadBeforeAnError_IsKept()
    {
        var merged = new JsonMap();
        var pages = ServicePages.Ask("Items", [], new(null, null, null), input =>
            input.Count == 0 ? Task.FromResult(Page("2", "a", "b")) : throw new InternalServerException("damaged"));

        await Assert.ThrowsAsync<InternalServerException>(() => pages.MergeAsync(merged));

        Assert.Equal("a,b", Items(merged));
    }

    private static async Task<JsonMap> MergeAsync(ServicePages pages)
    {
        var merged = new JsonMap();
        await pages.MergeAsync(merged);
        return merged;
    }

    private ServicePages Pages(PagingSettings settings) => ServicePages.Ask("Items", [], settings, input =>
    {
        _asked.Add(input.ToJsonString());
        return Task.FromResult((string?)input["NextToken"] switch
        {
            null => Page("2", "a", "b"),
            "2" => Page("3", "c", "d"),
            _ => Page(null, "e"),
        });
    });

    private static JsonMap Page(string? next, params object?[] items)
    {
        var page = new JsonMap { ["Items"] = items };
        if (next is not null)
        {
            page["NextToken"] = next;
        }

        return page;
    }

    private static string Items(JsonMap merged) => string.Join(',', (object?[])merged["Items"]!);
}
