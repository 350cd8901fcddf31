using LookoutVision.Engine.Imaging;
using LookoutVision.Remote.EdgeAgent.Wire;
using LookoutVision.Remote.Tests.EdgeAgent.Double;

namespace LookoutVision.Remote.Tests.EdgeAgent;

public sealed class DetectionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnImageIsJudgedAndItsMaskIsAPngOfItsSize(bool isLarge)
    {
        await using var agent = await AgentDouble.StartAsync();
        var image = isLarge ? AgentUnderTest.LargeImage : AgentUnderTest.SmallImage;

        var result = await AgentUnderTest.HostOf(agent.SocketPath).DetectAnomaliesAsync(new("segmenter", "latest"), image, default);

        Assert.Equal(("segmenter", "1", image.Name, true, 0.98), (result.ProjectName, result.ModelVersion, result.Path, result.IsAnomalous, result.Confidence));
        Assert.Equal((isLarge ? 800 : 64, isLarge ? 600 : 80, "image/png"), (result.Width, result.Height, result.ContentType));
        Assert.Equal("background 90%;stain 10%", $"{result.Anomalies}");
        Assert.Equal(["#FFFFFF", "#23A436"], result.Anomalies!.Select(a => a.PixelAnomaly.Color));
        var mask = ImageCodec.Decode(result.AnomalyMask);
        Assert.Equal((result.Width, result.Height), (mask.Width, mask.Height));
        Assert.Equal("#23A436", AgentUnderTest.ColorAt(result.AnomalyMask!, 0, 0));
        Assert.Equal("#FFFFFF", AgentUnderTest.ColorAt(result.AnomalyMask!, result.Width - 1, result.Height - 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AClassificationModelHasNoMask(bool isLarge)
    {
        await using var agent = await AgentDouble.StartAsync();

        var result = await AgentUnderTest.HostOf(agent.SocketPath).DetectAnomaliesAsync(
            new("classifier", "1"), isLarge ? AgentUnderTest.LargeImage : AgentUnderTest.SmallImage, default);

        Assert.True(result.IsAnomalous);
        Assert.Null(result.Anomalies);
        Assert.Null(result.AnomalyMask);
    }

    [SharedMemoryFact]
    public async Task ALargeImageAndItsMaskGoBySharedMemoryWhichIsGoneAfterwards()
    {
        await using var agent = await AgentDouble.StartAsync();

        await AgentUnderTest.HostOf(agent.SocketPath).DetectAnomaliesAsync(new("segmenter", "1"), AgentUnderTest.LargeImage, default);

        var sent = Assert.Single(agent.Detections);
        var (image, mask) = (sent.Bitmap.SharedMemoryHandle, sent.AnomalyMaskParams.SharedMemoryHandle);
        Assert.Equal((800ul * 600 * 3, 800ul * 600 * 3), (image.Size, mask.Size));
        Assert.Null(sent.AnomalyMaskParams.SampleSharedMemoryHandle);
        Assert.False(File.Exists("/dev/shm" + image.Name));
        Assert.False(File.Exists("/dev/shm" + mask.Name));
    }

    [SharedMemoryFact]
    public async Task WhereTheAgentCannotOpenSharedMemoryItIsSentTheBytesFromThenOn()
    {
        await using var agent = await AgentDouble.StartAsync();
        agent.RefusesSharedMemory = true;
        var host = AgentUnderTest.HostOf(agent.SocketPath);

        var first = await host.DetectAnomaliesAsync(new("segmenter", "1"), AgentUnderTest.LargeImage, default);
        await host.DetectAnomaliesAsync(new("segmenter", "1"), AgentUnderTest.LargerThanMessages, default);

        Assert.NotNull(first.AnomalyMask);
        Assert.Equal(
            [Bitmap.DataOneofCase.SharedMemoryHandle, Bitmap.DataOneofCase.ByteData, Bitmap.DataOneofCase.ByteData],
            agent.Detections.Select(d => d.Bitmap.DataCase));
    }

    [SharedMemoryFact]
    public async Task AnImageThatFitsNeitherWayIsToldWhatStoodInItsWay()
    {
        await using var agent = await AgentDouble.StartAsync();
        agent.RefusesSharedMemory = true;
        agent.MostBytes = 4 * 1024 * 1024;

        var error = await Assert.ThrowsAsync<ValidationException>(() => AgentUnderTest.HostOf(agent.SocketPath).DetectAnomaliesAsync(
            new("segmenter", "1"), AgentUnderTest.LargerThanMessages, default));

        Assert.Contains("shared memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyImagesAreJudgedAtOnce()
    {
        await using var agent = await AgentDouble.StartAsync();
        var host = AgentUnderTest.HostOf(agent.SocketPath);

        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => host.DetectAnomaliesAsync(
            new("segmenter", "1"), i % 2 == 0 ? AgentUnderTest.SmallImage : AgentUnderTest.LargeImage, default))));

        Assert.All(results, r => Assert.Equal(0.1, r.AnomalyArea, 6));
    }

    [Fact]
    public async Task AnImageThatIsNoneIsNotSent()
    {
        await using var agent = await AgentDouble.StartAsync();
        var image = ImageSource.FromBytes(AgentUnderTest.ImageBytes[..^200], "cut.png");

        var error = await Assert.ThrowsAsync<ValidationException>(
            () => AgentUnderTest.HostOf(agent.SocketPath).DetectAnomaliesAsync(new("segmenter", "1"), image, default));

        Assert.Equal(ImageFault.Damaged, error.ImageFault);
        Assert.Empty(agent.Detections);
    }
}
