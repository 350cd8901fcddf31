using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.SageMaker;

[Collection(nameof(AwsEnvironment))]
public sealed class StopBatchTests
{
    [Fact]
    public async Task ARunIsStoppedByItsName()
    {
        using var server = new StubServer((200, Job("InProgress")), (200, ""), (200, Job("Stopping")));
        using var sageMaker = new SageMakerUnderTest(server.Endpoint);

        var run = await sageMaker.Connection.Batches!.StopAsync("night", default);

        Assert.Equal("night (Stopping)", $"{run}");
        Assert.Equal(["SageMaker.DescribeTransformJob", "SageMaker.StopTransformJob", "SageMaker.DescribeTransformJob"], server.Requests.Select(r => r.Target));
        Assert.All(server.Requests, r => Assert.Equal("""{"TransformJobName":"night"}""", r.Json!.ToJsonString()));
    }

    [Theory]
    [InlineData("Completed")]
    [InlineData("Failed")]
    [InlineData("Stopping")]
    [InlineData("Stopped")]
    public async Task ARunThatJudgesNoMoreIsLeftAsItIs(string status)
    {
        using var server = new StubServer((200, Job(status)));
        using var sageMaker = new SageMakerUnderTest(server.Endpoint);

        Assert.Equal($"night ({status})", $"{await sageMaker.Connection.Batches!.StopAsync("night", default)}");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ARunThatIsNotThereIsSaid()
    {
        using var server = new StubServer((400, """{"__type":"ResourceNotFound","Message":"Could not find requested job with name: night"}"""));
        using var sageMaker = new SageMakerUnderTest(server.Endpoint);

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => sageMaker.Connection.Batches!.StopAsync("night", default));

        Assert.Equal(("There is no batch detection 'night'.", "night"), (error.Message, error.ResourceId));
    }

    private static string Job(string status) => $$"""{"TransformJobName":"night","TransformJobStatus":"{{status}}"}""";
}
