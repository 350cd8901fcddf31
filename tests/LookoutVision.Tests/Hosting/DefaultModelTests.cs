using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Hosting;

public sealed class DefaultModelTests
{
    private readonly FakeHost _host = new();

    [Fact]
    public async Task TheModelStartedLastIsMeantWhileItIsHosted()
    {
        Add("a", "1", ModelStatus.Hosted);
        Add("b", "2", ModelStatus.Hosted);

        Assert.Equal(new("b", "2"), await Resolve(null, null, new("b", "2")));
        _host.Models[1] = _host.Models[1] with { Status = ModelStatus.Trained };
        Assert.Equal(new("a", "1"), await Resolve(null, null, new("b", "2")));
        Assert.Equal(new("a", "1"), await Resolve(null, null, new("deleted", "2")));
    }

    [Fact]
    public async Task TheOnlyHostedModelIsMeant()
    {
        Add("a", "1", ModelStatus.Trained);
        Add("b", "3", ModelStatus.Hosted);

        Assert.Equal(new("b", "3"), await Resolve(null, null, null));
    }

    [Fact]
    public async Task AProjectNarrowsTheChoice()
    {
        Add("a", "1", ModelStatus.Hosted);
        Add("b", "3", ModelStatus.Hosted);

        Assert.Equal(new("b", "3"), await Resolve("b", null, new("a", "1")));
    }

    [Fact]
    public async Task SeveralHostedModelsAreListed()
    {
        Add("a", "1", ModelStatus.Hosted);
        Add("b", "3", ModelStatus.Hosted);

        var error = await Assert.ThrowsAsync<ValidationException>(() => Resolve(null, null, null));
        Assert.Contains("a/1, b/3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAHostedModelTheErrorSaysHowToStartOne()
    {
        Add("a", "1", ModelStatus.Trained);

        var none = await Assert.ThrowsAsync<ConflictException>(() => Resolve(null, null, null));
        Assert.Contains("Start", none.RecommendedAction, StringComparison.Ordinal);
        var named = await Assert.ThrowsAsync<ConflictException>(() => Resolve("a", "1", null));
        Assert.Contains("a/1", named.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANamedModelMustExistAndAVersionNeedsAProject()
    {
        Add("a", "1", ModelStatus.Hosted);

        Assert.Equal(new("a", "1"), await Resolve("a", "1", null));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Resolve("a", "2", null));
        await Assert.ThrowsAsync<ValidationException>(() => Resolve(null, "1", null));
    }

    private void Add(string project, string version, ModelStatus status) => _host.Models.Add(FakeHost.Describe(project, version, status));

    private Task<ModelReference> Resolve(string? project, string? version, ModelReference? lastStarted) =>
        DefaultModel.ResolveAsync(_host, project, version, lastStarted, default);
}
