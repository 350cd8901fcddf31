using System.Security.Cryptography;
using System.Text;
using LookoutVision.Hosting;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Credentials;

/// <summary>Profiles whose user signs on by the browser: what the AWS command keeps of that is used.</summary>
[Collection(nameof(AwsEnvironment))]
public sealed class SsoCredentialsTests : IDisposable
{
    private const string Role =
        """{"roleCredentials":{"accessKeyId":"ROLEKEY","secretAccessKey":"s","sessionToken":"role-token","expiration":4102444800000}}""";

    private const string Model = """{"ModelDescription":{"ModelVersion":"1","Status":"HOSTED"}}""";

    private readonly AwsEnvironment _machine = new();
    private readonly TempFolder _home = new();

    public SsoCredentialsTests()
    {
        _machine.Set("HOME", _home.Root);
        _machine.Write("", "[profile plant]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = inspector\n\n"
            + "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example/start\n");
    }

    public void Dispose()
    {
        _machine.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task ARequestIsSignedWithTheKeysOfTheRole()
    {
        using var portal = new StubServer((200, Role));
        using var server = new StubServer((200, Model));
        _machine.Set("AWS_ENDPOINT_URL_SSO", portal.Endpoint.AbsoluteUri);
        SignOn(DateTime.UtcNow.AddHours(1));

        var model = await HostOf(server).DescribeModelAsync(new("p1", "1"), default);

        Assert.Equal(ModelStatus.Hosted, model.Status);
        var asked = Assert.Single(portal.Requests);
        Assert.StartsWith("/federation/credentials?", asked.Url, StringComparison.Ordinal);
        Assert.Contains("role_name=inspector", asked.Url, StringComparison.Ordinal);
        Assert.Equal("the-token", asked.Header("x-amz-sso_bearer_token"));
        var signed = Assert.Single(server.Requests);
        Assert.Contains("Credential=ROLEKEY/", signed.Authorization, StringComparison.Ordinal);
        Assert.Equal("role-token", signed.Header("X-Amz-Security-Token"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    public async Task WhoHasNotSignedOnIsToldHow(int? hours)
    {
        using var server = new StubServer((200, Model));
        if (hours is { } left)
        {
            SignOn(DateTime.UtcNow.AddHours(left));
        }

        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => HostOf(server).DescribeModelAsync(new("p1", "1"), default));

        Assert.Contains("plant", error.Message, StringComparison.Ordinal);
        Assert.Contains("aws sso login --profile plant", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task ATokenThatThePortalRefusesIsToldHowToRenew()
    {
        using var portal = new StubServer((401, """{"__type":"UnauthorizedException","message":"Session token not found or invalid"}"""));
        using var server = new StubServer((200, Model));
        _machine.Set("AWS_ENDPOINT_URL_SSO", portal.Endpoint.AbsoluteUri);
        SignOn(DateTime.UtcNow.AddHours(1));

        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => HostOf(server).DescribeModelAsync(new("p1", "1"), default));

        Assert.Contains("Session token not found or invalid", error.Message, StringComparison.Ordinal);
        Assert.Contains("aws sso login --profile plant", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static IModelHost HostOf(StubServer server) =>
        HostConnector.Connect(new() { EndpointUrl = server.Endpoint.AbsoluteUri, ProfileName = "plant" }, RemoteHosts.Connect).Models;

    /// <summary>As <c>aws sso login</c> leaves it.</summary>
    private void SignOn(DateTime until)
    {
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("corp")));
        _home.Write($".aws/sso/cache/{name}.json", Encoding.UTF8.GetBytes(
            $$"""{"startUrl":"https://corp.example/start","region":"eu-west-1","accessToken":"the-token","expiresAt":"{{until:yyyy-MM-dd'T'HH:mm:ss'Z'}}"}"""));
    }
}
