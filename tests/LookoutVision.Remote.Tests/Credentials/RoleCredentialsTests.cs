using Amazon.Runtime;
using LookoutVision.Remote.Credentials;
using LookoutVision.Remote.Tests.Support;

namespace LookoutVision.Remote.Tests.Credentials;

[Collection(nameof(AwsEnvironment))]
public sealed class RoleCredentialsTests : IDisposable
{
    private readonly AwsEnvironment _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task WhereMetadataAreForbiddenNobodyIsAskedAndTheErrorTellsWhatIsMissing()
    {
        _machine.Set("AWS_EC2_METADATA_DISABLED", "true");

        var error = await Assert.ThrowsAsync<AmazonClientException>(() => new InstanceRole().GetCredentialsAsync());

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
}
