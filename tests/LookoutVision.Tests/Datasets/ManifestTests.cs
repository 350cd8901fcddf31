using System.IO.Pipelines;
using LookoutVision.Datasets;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Datasets;

public sealed class ManifestTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ManifestTests()
    {
        foreach (var name in new[] { "a.jpg", "b.jpg", "images/c.jpg", "masks/a.png" })
        {
            _folder.Write(name, [1]);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AManifestThatDoesNotTellItsLengthIsRead()
    {
        using var pipe = PipeReader.Create(new MemoryStream("{\"source-ref\":\"a.jpg\"}\n"u8.ToArray())).AsStream();

        var entry = Assert.Single(ManifestReader.Read(pipe, "pipe", ManifestReader.InFolder(_folder.Root)).Entries);

        Assert.Equal(_folder.PathOf("a.jpg"), entry.SourceRef);
    }

    [Fact]
    public void ClassNamesCountAndNotNumbersWhateverTheAttributeIsCalled()
    {
        var entries = Read(
            """{"source-ref":"a.jpg","auto-label":0,"auto-label-metadata":{"class-name":"anomaly","type":"groundtruth/image-classification","human-annotated":"yes","creation-date":"2020-11-10T03:37:09.600","confidence":1,"job-name":"x"}}""",
            """{"auto-label-metadata":{"class-name":"normal","creation-date":"Mon Aug 22 2022 13:52:52 GMT-0700 (Pacific Daylight Time)"},"auto-label":1,"source-ref":"b.jpg"}""",
            """{"source-ref":"images/c.jpg","x-metadata":{"class-name":"Anomaly","type":"groundtruth/image-classification"},"x":"1"}""");

        Assert.Equal([true, false, true], entries.Select(e => e.IsAnomalous));
        Assert.Equal(
            [_folder.PathOf("a.jpg"), _folder.PathOf("b.jpg"), _folder.PathOf("images", "c.jpg")], entries.Select(e => e.SourceRef));
    }

    [Theory]
    [InlineData("""{"source-ref":"a.jpg"}""")]
    [InlineData("""{"source-ref":"a.jpg","l":1,"l-metadata":{"class-name":"scratched","type":"groundtruth/image-classification"}}""")]
    [InlineData("""{"source-ref":"a.jpg","l":1,"l-metadata":{"type":"groundtruth/image-classification"}}""")]
    [InlineData("""{"source-ref":"a.jpg","l-detected":1,"l-detected-metadata":{"class-name":"anomaly","type":"groundtruth/image-classification"}}""")]
    public void AnImageOfNoOrAnotherClassHasNoLabel(string line) => Assert.Null(Assert.Single(Read(line)).IsAnomalous);

    [Fact]
    public void ColoursCountAndNotTheirIndexAndBackgroundMayBeMissing()
    {
        var entry = Assert.Single(Read(
            """{"source-ref":"a.jpg","l-metadata":{"class-name":"anomaly"},"my-ref":"masks/a.png","my-ref-metadata":{"internal-color-map":{"7":{"hex-color":"#23a436","class-name":"cracked"},"0":{"class-name":"bent","hex-color":"14A3B3","confidence":0.0},"3":{"class-name":"background","hex-color":"#ffffff"}},"type":"groundtruth/semantic-segmentation"}}"""));

        Assert.Equal(_folder.PathOf("masks", "a.png"), entry.MaskRef);
        Assert.Equal(new Dictionary<string, string> { ["#23A436"] = "cracked", ["#14A3B3"] = "bent" }, entry.MaskLabels);
    }

    [Fact]
    public void ADummyMaskOfANormalImageIsLeftOutEvenIfItIsNotThere()
    {
        var entry = Assert.Single(Read(
            """{"source-ref":"a.jpg","l-metadata":{"class-name":"normal"},"my-ref":"s3://b/dummy.png","my-ref-metadata":{"internal-color-map":{"0":{"class-name":"BACKGROUND","hex-color":"#ffffff","confidence":0.0}}}}"""));

        Assert.Null(entry.MaskRef);
        Assert.False(entry.IsAnomalous);
    }

    [Theory]
    [InlineData("s3://bucket/some/prefix/images/c.jpg")]
    [InlineData("s3: //bucket/images/c.jpg")]
    [InlineData("S3://bucket/other/c.jpg/../images/c.jpg", false)]
    [InlineData("s3://bucket/nothing/here.jpg", false)]
    [InlineData("https://bucket/images/c.jpg", false)]
    public void AnObjectOfABucketIsFoundByTheLongestTailOfItsKey(string reference, bool isFound = true)
    {
        _folder.Write("c.jpg", [2]);
        var line = $$"""{"source-ref":"{{reference}}"}""";
        if (isFound)
        {
            Assert.Equal(_folder.PathOf("images", "c.jpg"), Assert.Single(Read(line)).SourceRef);
            return;
        }

        var error = Assert.Throws<ValidationException>(() => Read(line));
        Assert.Contains(reference, error.Message, StringComparison.Ordinal);
        Assert.Contains("Line 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BlankLinesAndAByteOrderMarkAreSkippedAndTheLastLineOfAnImageCounts()
    {
        var path = _folder.Write(
            "bom.manifest",
            "\uFEFF{\"source-ref\":\"a.jpg\",\"l-metadata\":{\"class-name\":\"normal\"}}\r\n\r\n   \n"
            + "{\"source-ref\":\"b.jpg\",\"l-metadata\":{\"class-name\":\"normal\"}}\n"
            + "{\"source-ref\":\"./a.jpg\",\"l-metadata\":{\"class-name\":\"anomaly\"}}");

        var entries = DatasetReader.FromManifest(path).Entries;

        Assert.Equal([true, false], entries.Select(e => e.IsAnomalous));
    }

    [Theory]
    [InlineData("not json", "is no JSON object")]
    [InlineData("[1]", "is no JSON object")]
    [InlineData("""{"l":1}""", "source-ref")]
    [InlineData("""{"source-ref":"\ud800.jpg"}""", "no Unicode")]
    [InlineData("""{"source-ref":"gone.jpg"}""", "gone.jpg")]
    [InlineData("""{"source-ref":"a.jpg","m-ref":"masks/a.png","m-ref-metadata":{"internal-color-map":{"0":{"class-name":"x","hex-color":"green"}}}}""", "green")]
    public void ALineThatDescribesNoImageIsNamedByNumber(string line, string reason)
    {
        var error = Assert.Throws<ValidationException>(() => Read("""{"source-ref":"b.jpg"}""", "", line));

        Assert.Contains("Line 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("test.manifest", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AManifestThatIsMissingOrAFolderIsNamed()
    {
        var missing = Assert.Throws<ValidationException>(() => DatasetReader.FromManifest(_folder.PathOf("none.manifest")));
        var folder = Assert.Throws<ValidationException>(() => DatasetReader.FromManifest(_folder.Root));

        Assert.Contains("none.manifest", missing.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Root, folder.Message, StringComparison.Ordinal);
        Assert.Throws<ValidationException>(() => DatasetReader.FromManifest(" "));
    }

    [SharedDataFact("cookies")]
    public void TheServicesOwnManifestIsRead()
    {
        var entries = DatasetReader.FromManifest(SharedData.PathOf("cookies", "template.manifest")).Entries;

        Assert.Equal(63, entries.Count);
        Assert.Equal(32, entries.Count(e => e.IsAnomalous == true));
        Assert.Equal(31, entries.Count(e => e.IsAnomalous == false && e.MaskRef is null));
        Assert.All(entries.Where(e => e.IsAnomalous == true), e =>
        {
            Assert.Equal(new Dictionary<string, string> { ["#23A436"] = "cracked" }, e.MaskLabels);
            Assert.True(File.Exists(e.MaskRef));
        });
    }

    private IReadOnlyList<DatasetEntry> Read(params string[] lines) =>
        DatasetReader.FromManifest(_folder.Write("test.manifest", string.Join('\n', lines))).Entries;
}
