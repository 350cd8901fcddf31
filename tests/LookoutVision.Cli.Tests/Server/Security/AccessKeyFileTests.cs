using LookoutVision.Cli.Server.Security;

namespace LookoutVision.Cli.Tests.Server.Security;

public sealed class AccessKeyFileTests
{
    private const string Secret = "a-secret-of-more-than-20";

    [Fact]
    public void ReadsSectionsAsInACredentialsFile()
    {
        var keys = AccessKeyFile.Parse($"# line 1\r\n[camera 1]\r\naws_access_key_id=AKID1\r\naws_secret_access_key = {Secret}=\n\n[b]\naws_secret_access_key={Secret}\naws_access_key_id = AKID2", "f");
        Assert.Equal(["camera 1 (AKID1)", "b (AKID2)"], keys.Select(k => k.ToString()));
        Assert.Equal(Secret + "=", keys[0].Secret);
    }

    [Theory]
    [InlineData("", "holds no key")]
    [InlineData("aws_access_key_id = AKID1", "line 1")]
    [InlineData("[a]\naws_access_key_id = AKID1", "[a] has an aws_secret_access_key of fewer than 20")]
    [InlineData("[a]\naws_access_key_id = AKID1\naws_secret_access_key = short", "[a] has an aws_secret_access_key of fewer than 20")]
    [InlineData("[a]\naws_secret_access_key = " + Secret, "[a] has no aws_access_key_id")]
    [InlineData("[a]\naws_access_key_id = A/B1\naws_secret_access_key = " + Secret, "[a] has no aws_access_key_id")]
    [InlineData("[a]\naws_access_key_id = AKID1\naws_access_key_id = AKID2", "line 3")]
    [InlineData("[a]\n" + Secret, "line 2")]
    [InlineData("[a]\naws_session_token = x", "line 2 gives a session token")]
    [InlineData("[a]\naws_access_key_id = AKID1\naws_secret_access_key = " + Secret + "\n[b]\naws_access_key_id = AKID1\naws_secret_access_key = " + Secret, "another section")]
    public void RefusesWhatIsWeakOrUnclear(string text, string reason)
    {
        var error = Assert.Throws<ValidationException>(() => AccessKeyFile.Parse(text, "'keys.ini'"));
        Assert.Contains("'keys.ini'", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction!);
    }
}
