using LookoutVision.Hosting;
using LookoutVision.Remote.Tests.EdgeAgent.Double;

namespace LookoutVision.Remote.Tests.EdgeAgent;

public sealed class ModelTests
{
    [Fact]
    public async Task ModelsAreListedInTheServicesStates()
    {
        await using var agent = await AgentDouble.StartAsync();
        var models = new List<ModelDescription>();

        await foreach (var model in AgentUnderTest.HostOf(agent.SocketPath).ListModelsAsync(null, default))
        {
            models.Add(model);
        }

        Assert.Equal(
            ["classifier/1 (HOSTED)", "failed/1 (HOSTING_FAILED)", "segmenter/1 (HOSTED)", "starting/1 (STARTING_HOSTING)", "stopped/1 (TRAINED)", "stopping/1 (STOPPING_HOSTING)"],
            models.Select(m => m.ToString()));
        Assert.Equal("No memory left.", models[1].StatusMessage);
        Assert.Null(models[0].StatusMessage);
        Assert.Equal("arn:aws:lookoutvision:us-east-1:123456789012:model/classifier/7", models[0].ModelArn);
    }

    [Fact]
    public async Task AModelIsStartedUsedAndStopped()
    {
        await using var agent = await AgentDouble.StartAsync();
        var host = AgentUnderTest.HostOf(agent.SocketPath);
        var model = new ModelReference("stopped", "1");

        Assert.Equal(ModelStatus.StartingHosting, (await host.StartModelAsync(model, InferenceUnits.One, default)).Status);
        agent.Models.FinishStart("stopped");
        Assert.Equal(ModelStatus.Hosted, (await host.DescribeModelAsync(model, default)).Status);
        Assert.True((await host.DetectAnomaliesAsync(model, AgentUnderTest.SmallImage, default)).IsAnomalous);
        Assert.Equal(ModelStatus.Trained, (await host.StopModelAsync(model, default)).Status);

        var error = await Assert.ThrowsAsync<ConflictException>(() => host.DetectAnomaliesAsync(model, AgentUnderTest.SmallImage, default));
        Assert.Equal(("stopped", "MODEL"), (error.ResourceId, error.ResourceType));
    }

    [Theory]
    [InlineData(null, "2 models are hosted")]
    [InlineData("stopped", "not hosted")]
    public async Task TheModelThatIsMeantIsFound(string? component, string complaint)
    {
        await using var agent = await AgentDouble.StartAsync();
        var host = AgentUnderTest.HostOf(agent.SocketPath);

        Assert.Equal(new("classifier", "1"), await DefaultModel.ResolveAsync(host, "classifier", null, null, default));
        var error = await Assert.ThrowsAnyAsync<LookoutVisionException>(() => DefaultModel.ResolveAsync(host, component, component is null ? null : "1", null, default));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAComponentDoesNotHaveIsSaid()
    {
        await using var agent = await AgentDouble.StartAsync();
        var host = AgentUnderTest.HostOf(agent.SocketPath);

        var version = await Assert.ThrowsAsync<ResourceNotFoundException>(() => host.DescribeModelAsync(new("segmenter", "2"), default));
        var units = await Assert.ThrowsAsync<ValidationException>(() => host.StartModelAsync(new("stopped", "1"), new(2), default));

        Assert.Contains("version '2'", version.Message, StringComparison.Ordinal);
        Assert.Contains("inference units", units.Message, StringComparison.Ordinal);
    }
}
