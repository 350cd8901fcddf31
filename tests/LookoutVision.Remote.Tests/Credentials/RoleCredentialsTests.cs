using LookoutVision.Hosting;
using LookoutVision.Remote.Credentials;
using LookoutVision.Remote.Service;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Credentials;

[Collection(nameof(AwsEnvironment))]
public sealed class RoleCredentialsTests : IDisposable
{
    private const string Model = """{"ModelDescription":{"ModelVersion":"1","Status":"HOSTED"}}""";

    private const string Keys =
        """{"Code":"Success","Type":"AWS-HMAC","AccessKeyId":"ROLEKEY","SecretAccessKey":"s","Token":"role-token","Expiration":"2100-01-01T00:00:00Z","LastUpdated":"2026-01-01T00:00:00Z"}""";

    private readonly AwsEnvironment _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task WhereMetadataAreForbiddenNobodyIsAskedAndTheErrorTellsWhatIsMissing()
    {
        _machine.Set("AWS_EC2_METADATA_DISABLED", "true");

        var error = await Assert.ThrowsAsync<CredentialsException>(() => new InstanceRole().GetCredentialsAsync());

        Assert.Contains("AWS_EC2_METADATA_DISABLED", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role_arn = arn:aws:iam::123456789012:role/plant\nsource_profile = base")]
    [InlineData("sso_session = corp\nsso_account_id = 123456789012\nsso_role_name = plant\n\n[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example/start")]
    public void ProfilesThatAssumeARoleOrSignOnByTheBrowserAreUnderstood(string lines)
    {
        _machine.Write("[base]\naws_access_key_id = BASE\naws_secret_access_key = s\n", $"[profile plant]\n{lines}\n");

        var found = CredentialFinder.Find(new() { ProfileName = "plant" }, needsNone: false);

        Assert.Contains("'plant'", found.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AContainersRequestIsSignedWithTheKeysOfItsRole()
    {
        using var agent = new StubServer((200, Keys));
        using var server = new StubServer((200, Model));
        _machine.Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", new Uri(agent.Endpoint, "v2/credentials").AbsoluteUri);
        _machine.Set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "the-token");

        await HostOf(server).DescribeModelAsync(new("p1", "1"), default);

        Assert.Equal(("GET /v2/credentials", "the-token"), (agent.Requests.First().Line, agent.Requests.First().Authorization));
        AssertSigned(server);
    }

    [Fact]
    public async Task AContainersRoleThatCannotBeAskedForIsSaid()
    {
        using var server = new StubServer((200, Model));
        _machine.Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://192.0.2.1/unencrypted-and-elsewhere");

        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => HostOf(server).DescribeModelAsync(new("p1", "1"), default));

        Assert.Contains("the container's role gives no keys", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task AMachinesRequestIsSignedWithTheKeysOfItsRole()
    {
        using var metadata = new StubServer((_, context) => StubServer.AnswerAsync(context, context.Request.RawUrl switch
        {
            "/latest/api/token" => (200, "metadata-token"),
            "/latest/meta-data/iam/info" => (200, """{"Code":"Success","InstanceProfileArn":"arn:aws:iam::123456789012:instance-profile/inspector"}"""),
            var path when path!.EndsWith("/inspector", StringComparison.Ordinal) => (200, Keys),
            _ => (200, "inspector"),
        }));
        using var server = new StubServer((200, Model));
        _machine.Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Endpoint.GetLeftPart(UriPartial.Authority));
        using var client = new AmazonLookoutforVisionClient(new InstanceRole(), new(server.Endpoint, "eu-west-1", new(new())));

        await new ServiceModelHost(new Lazy<AmazonLookoutforVisionClient>(client)).DescribeModelAsync(new("p1", "1"), default);

        AssertSigned(server);
    }

    private static IModelHost HostOf(StubServer server) =>
        HostConnector.Connect(new() { EndpointUrl = server.Endpoint.AbsoluteUri }, RemoteHosts.Connect).Models;

    private static void AssertSigned(StubServer server)
    {
        var request = Assert.Single(server.Requests);
        Assert.Contains("Credential=ROLEKEY/", request.Authorization, StringComparison.Ordinal);
        Assert.Equal("role-token", request.Header("X-Amz-Security-Token"));
    }
}
