using System.Text;
using System.Text.Json.Nodes;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Service;

public sealed class DatasetOperationsTests : IDisposable
{
    private const string Train = """{"ProjectName": "p", "DatasetType": "train"}""";

    private const string FromManifest = """
        {"ProjectName": "p", "DatasetType": "train", "DatasetSource": {"GroundTruthManifest": {"S3Object": {"Bucket": "parts-bucket", "Key": "m.jsonl"}}}}
        """;

    private readonly BucketStore _store = new(new());

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task AnEmptyDatasetIsThereAtOnce()
    {
        await CreateProjectAsync();

        var made = await _store.AskAsync("CreateDataset", Train);
        var described = await _store.AskAsync("DescribeDataset", Train);

        Assert.Equal(("train", "CREATE_COMPLETE"), ((string?)made["DatasetMetadata"]!["DatasetType"], (string?)made["DatasetMetadata"]!["Status"]));
        Assert.Equal("""{"Total":0,"Labeled":0,"Normal":0,"Anomaly":0}""", described["DatasetDescription"]!["ImageStats"]!.ToJsonString());
        await Assert.ThrowsAsync<ConflictException>(() => _store.AskAsync("CreateDataset", Train));
    }

    [Fact]
    public async Task AManifestsImagesAreCountedAndListedAsTheyWereWritten()
    {
        await ImportAsync(
            BucketStore.Line("a.png", "normal", "auto-label", 1), BucketStore.Line("b.png", "anomaly"), BucketStore.Line("c.png", "dog"));

        var described = (await _store.AskAsync("DescribeDataset", Train))["DatasetDescription"]!;
        var listed = await ListAsync("{}");

        Assert.Equal("CREATE_COMPLETE", (string?)described["Status"]);
        Assert.Equal("""{"Total":3,"Labeled":2,"Normal":1,"Anomaly":1}""", described["ImageStats"]!.ToJsonString());

        // The number is the service's: 0 is normal.
        Assert.Equal(
            [BucketStore.Line("a.png", "normal", "auto-label", 0), BucketStore.Line("b.png", "anomaly"), BucketStore.Line("c.png", "dog")], listed);
    }

    [Theory]
    [InlineData("""{"Labeled": true}""", "a.png b.png")]
    [InlineData("""{"Labeled": false}""", "c.png")]
    [InlineData("""{"AnomalyClass": "anomaly"}""", "b.png")]
    [InlineData("""{"SourceRefContains": "/a."}""", "a.png")]
    [InlineData("""{"AfterCreationDate": "2020-06-23T00:00:00Z"}""", "a.png b.png c.png")]
    [InlineData("""{"BeforeCreationDate": "2020-06-23T00:00:00Z"}""", "")]
    public async Task AListIsNarrowedByWhatIsAskedFor(string filter, string found)
    {
        await ImportAsync(BucketStore.Line("a.png", "normal"), BucketStore.Line("b.png", "anomaly"), BucketStore.Line("c.png", "dog"));

        var listed = await ListAsync(filter);

        Assert.Equal(found, string.Join(' ', listed.Select(l => ((string)JsonNode.Parse(l)!["source-ref"]!).Split('/')[^1])));
    }

    [Fact]
    public async Task PagesGiveEveryEntryOnceAndTheirTokensHoldForThatListAlone()
    {
        await ImportAsync([.. Enumerable.Range(0, 5).Select(i => BucketStore.Line($"{i}.png", "normal"))]);

        var first = await _store.AskAsync("ListDatasetEntries", """{"ProjectName": "p", "DatasetType": "train", "MaxResults": 2}""");
        var token = (string)first["NextToken"]!;
        var rest = await _store.AskAsync(
            "ListDatasetEntries", $$"""{"ProjectName": "p", "DatasetType": "train", "MaxResults": 3, "NextToken": "{{token}}"}""");

        Assert.Equal(5, first["DatasetEntries"]!.AsArray().Concat(rest["DatasetEntries"]!.AsArray()).Select(e => (string)e!).Distinct().Count());
        Assert.Null(rest["NextToken"]);
        var changed = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        foreach (var (other, filter) in new[] { (changed, ""), ("AAAA", ""), ("x", ""), (token, ", \"Labeled\": true") })
        {
            await Assert.ThrowsAsync<ValidationException>(() => _store.AskAsync(
                "ListDatasetEntries", $$"""{"ProjectName": "p", "DatasetType": "train", "NextToken": "{{other}}"{{filter}}}"""));
        }
    }

    [Fact]
    public async Task AnUpdateReplacesKnownImagesAndAddsOthers()
    {
        await ImportAsync(BucketStore.Line("a.png", "normal"), BucketStore.Line("b.png", "normal"));
        _store.Put("new.png", Picture.Plain());

        var answer = await UpdateAsync(BucketStore.Line("b.png", "anomaly"), BucketStore.Line("new.png", "normal"));

        var described = (await _store.AskAsync("DescribeDataset", Train))["DatasetDescription"]!;
        Assert.Equal("UPDATE_IN_PROGRESS", (string?)answer["Status"]);
        Assert.Equal("UPDATE_COMPLETE", (string?)described["Status"]);
        Assert.Equal("""{"Total":3,"Labeled":3,"Normal":2,"Anomaly":1}""", described["ImageStats"]!.ToJsonString());
        Assert.True((decimal)described["LastUpdatedTimestamp"]! >= (decimal)described["CreationTimestamp"]!);
    }

    [Theory]
    [InlineData("""{"source-ref":"s3://parts-bucket/missing.png"}""", "no such object")]
    [InlineData("""{"source-ref":"s3://parts-bucket/../store/projects/p/project.json"}""", "names no object")]
    [InlineData("""{"source-ref":"s3://../store/projects/p/project.json"}""", "names no object")]
    [InlineData("""{"source-ref":"/etc/hostname"}""", "no s3:// URI")]
    [InlineData("""["a"]""", "no JSON object")]
    [InlineData("oops", "no JSON object")]
    public async Task AnUpdateWithABadLineNamesItAndChangesNothing(string bad, string reason)
    {
        await ImportAsync(BucketStore.Line("a.png", "normal"));

        var error = await Assert.ThrowsAsync<ValidationException>(() => UpdateAsync(BucketStore.Line("a.png", "anomaly"), bad));

        Assert.StartsWith("Line 2 of the manifest 'Changes'", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal([BucketStore.Line("a.png", "normal", number: 0)], await ListAsync("{}"));
    }

    [Fact]
    public async Task AManifestThatIsNotThereIsAnErrorAndLeavesNoDataset()
    {
        await CreateProjectAsync();

        var error = await Assert.ThrowsAsync<ValidationException>(() => _store.AskAsync("CreateDataset", FromManifest));

        Assert.Contains("s3://parts-bucket/m.jsonl", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _store.AskAsync("DescribeDataset", Train));
    }

    private Task CreateProjectAsync() => _store.AskAsync("CreateProject", """{"ProjectName": "p"}""");

    private async Task ImportAsync(params string[] lines)
    {
        foreach (var line in lines)
        {
            _store.Put(((string)JsonNode.Parse(line)!["source-ref"]!).Split('/')[^1], Picture.Plain());
        }

        _store.Put("m.jsonl", string.Join('\n', lines));
        await CreateProjectAsync();
        Assert.Equal("CREATE_IN_PROGRESS", (string?)(await _store.AskAsync("CreateDataset", FromManifest))["DatasetMetadata"]!["Status"]);
    }

    private Task<JsonObject> UpdateAsync(params string[] lines) => _store.AskAsync(
        "UpdateDatasetEntries",
        $$"""{"ProjectName": "p", "DatasetType": "train", "Changes": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\n', lines)))}}"}""");

    private async Task<IEnumerable<string>> ListAsync(string filter)
    {
        var input = JsonNode.Parse(Train)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(filter)!.AsObject())
        {
            input[name] = value!.DeepClone();
        }

        var answer = await _store.AskAsync("ListDatasetEntries", input.ToJsonString());
        return answer["DatasetEntries"]!.AsArray().Select(e => (string)e!);
    }
}
