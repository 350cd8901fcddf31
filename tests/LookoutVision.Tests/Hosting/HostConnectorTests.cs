using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Hosting;

[Collection(nameof(Environment))]
public sealed class HostConnectorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string? _endpoint = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_LOOKOUTVISION");
    private readonly string? _home = Environment.GetEnvironmentVariable("LOOKOUTVISION_HOME");

    public HostConnectorTests()
    {
        Set(null, null);
    }

    public void Dispose()
    {
        Set(_endpoint, _home);
        _folder.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("local")]
    [InlineData(" LOCAL ")]
    public async Task WithoutAnEndpointItIsTheLocalHostInTheHomeFolder(string? endpoint)
    {
        Set(null, _folder.Root);

        var connection = HostConnector.Connect(endpoint);
        await connection.Projects!.CreateProjectAsync("parts", default);

        Assert.True(File.Exists(_folder.PathOf("projects", "parts", "project.json")));
        Assert.Contains(_folder.Root, connection.Description, StringComparison.Ordinal);
        Assert.Contains("LOOKOUTVISION_HOME", connection.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAHomeItIsTheAccountsDataFolderAndNothingIsMade() =>
        Assert.Contains("LookoutVision", HostConnector.Connect(null).Description, StringComparison.Ordinal);

    [Fact]
    public void TheEnvironmentNamesTheEndpointWhereNoneIsGiven()
    {
        Set($"local:{_folder.Root}", null);

        var description = HostConnector.Connect(null).Description;

        Assert.Contains(_folder.Root, description, StringComparison.Ordinal);
        Assert.Contains("AWS_ENDPOINT_URL_LOOKOUTVISION", description, StringComparison.Ordinal);
        Assert.Contains("other", HostConnector.Connect($"local:{_folder.PathOf("other")}").Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://lookoutvision.eu-west-1.amazonaws.com")]
    [InlineData("ftp://x")]
    [InlineData("local:")]
    [InlineData("localhost:8080")]
    public void AnEndpointOfNoKnownHostIsRefusedWithTheChoices(string endpoint)
    {
        var error = Assert.Throws<ValidationException>(() => HostConnector.Connect(endpoint));

        Assert.Contains(endpoint, error.Message, StringComparison.Ordinal);
        Assert.Contains("local:PATH", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoAsksForAwsItselfIsToldThatItEndedAndWhatElseThereIs()
    {
        foreach (var settings in new ConnectionSettings[]
        {
            new() { Region = "eu-west-1" }, new() { ProfileName = "plant" }, new() { AccessKey = "AKIDEXAMPLE", SecretKey = "hidden" },
        })
        {
            var error = Assert.Throws<ValidationException>(() => HostConnector.Connect(settings, null));

            Assert.Contains("31 October 2025", error.Message, StringComparison.Ordinal);
            Assert.Contains("https://HOST", error.RecommendedAction, StringComparison.Ordinal);
            Assert.Contains(_folder.Root, HostConnector.Connect(settings with { EndpointUrl = $"local:{_folder.Root}" }, null).Description, StringComparison.Ordinal);
            Assert.DoesNotContain("hidden", settings.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnEndpointElsewhereIsForTheConnectorThatIsHandedIn()
    {
        var settings = new ConnectionSettings { EndpointUrl = " camera:7 ", Region = "eu-west-1" };
        var camera = HostConnector.Connect($"local:{_folder.Root}") with { Description = "A camera." };

        Assert.Equal("A camera.", HostConnector.Connect(settings, (endpoint, _, how) => (endpoint, how) == ("camera:7", settings) ? camera : null).Description);
        Assert.Throws<ValidationException>(() => HostConnector.Connect(settings, (_, _, _) => null));
    }

    private static void Set(string? endpoint, string? home)
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_LOOKOUTVISION", endpoint);
        Environment.SetEnvironmentVariable("LOOKOUTVISION_HOME", home);
    }
}
