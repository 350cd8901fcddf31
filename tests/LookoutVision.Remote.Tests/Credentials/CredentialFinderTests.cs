using Amazon.Runtime;
using LookoutVision.Hosting;
using LookoutVision.Remote.Credentials;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Credentials;

[Collection(nameof(AwsEnvironment))]
public sealed class CredentialFinderTests : IDisposable
{
    private readonly AwsEnvironment _machine = new();

    public CredentialFinderTests()
    {
        _machine.Write(
            "[default]\naws_access_key_id = DEFAULT\naws_secret_access_key = s\n\n[plant]\naws_access_key_id = PLANT\naws_secret_access_key = s\n",
            "[profile plant]\nregion = eu-central-1\n");
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void WhatIsSaidComesBeforeWhatIsSetUpAndTheNearerBeforeTheFarther()
    {
        _machine.Set("AWS_ACCESS_KEY_ID", "ENVIRONMENT");
        _machine.Set("AWS_SECRET_ACCESS_KEY", "s");
        var source = new CredentialSource("-Credential", () => new("OBJECT", "s", "token"));
        var all = new ConnectionSettings { AccessKey = "GIVEN", SecretKey = "s", ProfileName = "plant", Credential = source };

        Assert.Equal(("GIVEN", "the given access key GIVEN"), Find(all));
        Assert.Equal(("PLANT", $"the AWS profile 'plant' of {AwsEnvironment.CredentialsFile}"), Find(all with { AccessKey = null, SecretKey = null }));
        Assert.Equal(("OBJECT", "-Credential"), Find(new() { Credential = source }));
        Assert.Equal(("ENVIRONMENT", "the environment variable AWS_ACCESS_KEY_ID"), Find(new()));
        _machine.Set("AWS_ACCESS_KEY_ID", null);
        Assert.Equal("DEFAULT", Find(new()).Key);
        _machine.Set("AWS_PROFILE", "plant");
        Assert.Equal("PLANT", Find(new()).Key);
    }

    [Fact]
    public void AnotherFileOfProfilesMayBeNamed()
    {
        using var folder = new TempFolder();
        var file = folder.Write("line-2/keys", "[default]\naws_access_key_id = LINE2\naws_secret_access_key = s\n");

        Assert.Equal("LINE2", Find(new() { ProfileLocation = file }).Key);
    }

    [Theory]
    [InlineData("nobody", null, "nobody")]
    [InlineData(null, "KEY", "secret key")]
    public void WhatCannotBeMeantIsAnErrorAndNothingElseIsTaken(string? profile, string? key, string named)
    {
        var error = Assert.Throws<ValidationException>(() => Find(new() { ProfileName = profile, AccessKey = key }));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAwsProfileThatIsNotThereIsAnError()
    {
        _machine.Set("AWS_PROFILE", "nobody");

        Assert.Contains("AWS_PROFILE", Assert.Throws<ValidationException>(() => Find(new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AServerOfThisMachineNeedsNoneAndNobodyIsAskedForARole()
    {
        _machine.Write("", "");

        var found = CredentialFinder.Find(new(), needsNone: true);

        Assert.IsType<AnonymousAWSCredentials>(found.Credentials);
        Assert.Contains("not signed", found.Origin, StringComparison.Ordinal);
        Assert.IsType<AnonymousAWSCredentials>(CredentialFinder.Find(new() { NoSignRequest = true, ProfileName = "plant" }, needsNone: false).Credentials);
        Assert.IsType<InstanceRole>(CredentialFinder.Find(new(), needsNone: false).Credentials);
    }

    [Fact]
    public void KeysThatRunOutAreAskedForAnew()
    {
        var asked = 0;
        var found = CredentialFinder.Find(new() { Credential = new("role", () => new($"KEY{++asked}", "s", "t")) }, needsNone: false);

        Assert.NotEqual(found.Credentials.GetCredentials().AccessKey, found.Credentials.GetCredentials().AccessKey);
    }

    [Fact]
    public void TheRegionIsThatOfTheProfileThatIsNamedElseOfTheEnvironmentElseOneThatServersTake()
    {
        Assert.Equal(new SigningRegion("us-east-1", "none is set"), SigningRegion.Find(new()));
        _machine.Set("AWS_DEFAULT_REGION", "us-west-2");
        Assert.Equal(new SigningRegion("us-west-2", "the environment variable AWS_DEFAULT_REGION"), SigningRegion.Find(new()));
        Assert.Equal(new SigningRegion("eu-central-1", "the AWS profile 'plant'"), SigningRegion.Find(new() { ProfileName = "plant" }));
        Assert.Equal(new SigningRegion("eu-west-1", "$StoredAWSRegion"), SigningRegion.Find(new() { Region = "eu-west-1", RegionOrigin = "$StoredAWSRegion" }));
    }

    private static (string Key, string Origin) Find(ConnectionSettings settings)
    {
        var found = CredentialFinder.Find(settings, needsNone: false);
        return (found.Credentials.GetCredentials().AccessKey, found.Origin);
    }
}
