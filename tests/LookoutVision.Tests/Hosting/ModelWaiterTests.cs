using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Hosting;

public sealed class ModelWaiterTests
{
    private static readonly ModelReference Model = FakeHost.Model;

    private readonly FakeHost _host = new() { Models = { FakeHost.Describe("parts", "1", ModelStatus.StartingHosting) } };

    [Fact]
    public async Task WaitingEndsWhenTheModelIsHosted()
    {
        var seen = new Progress((i, _) => SetStatus(i == 1 ? ModelStatus.Hosted : ModelStatus.StartingHosting));

        var description = await ModelWaiter.WaitAsync(_host, Model, ModelStatus.Hosted, TimeSpan.FromMinutes(1), seen, default);

        Assert.Equal(ModelStatus.Hosted, description.Status);
        Assert.Equal([ModelStatus.StartingHosting, ModelStatus.StartingHosting, ModelStatus.Hosted], seen.Statuses);
    }

    [Fact]
    public async Task AFailedStartEndsTheWaitWithItsReason()
    {
        SetStatus(ModelStatus.HostingFailed, "no room");

        var error = await Assert.ThrowsAsync<ConflictException>(
            () => ModelWaiter.WaitAsync(_host, Model, ModelStatus.Hosted, TimeSpan.FromMinutes(1), null, default));

        Assert.Contains("no room", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTimeIsLimited()
    {
        var error = await Assert.ThrowsAsync<TimeoutException>(
            () => ModelWaiter.WaitAsync(_host, Model, ModelStatus.Hosted, TimeSpan.FromMilliseconds(1), null, default));

        Assert.Contains("parts/1", error.Message, StringComparison.Ordinal);
    }

    private void SetStatus(ModelStatus status, string? message = null) =>
        _host.Models[0] = _host.Models[0] with { Status = status, StatusMessage = message };

    private sealed class Progress(Action<int, ModelDescription> answered) : IProgress<ModelDescription>
    {
        public List<ModelStatus> Statuses { get; } = [];

        public void Report(ModelDescription value)
        {
            Statuses.Add(value.Status);
            answered(Statuses.Count - 1, value);
        }
    }
}
