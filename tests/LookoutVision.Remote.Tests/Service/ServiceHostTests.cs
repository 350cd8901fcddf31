using LookoutVision.Hosting;

namespace LookoutVision.Remote.Tests.Service;

public sealed class ServiceHostTests
{
    [Theory]
    [InlineData("http://vision.example", true)]
    [InlineData("https://vision.example", false)]
    [InlineData("http://localhost:8080", false)]
    [InlineData("http://127.0.0.1:8080", false)]
    [InlineData("http://[::1]:8080/base", false)]
    public void OnlyAnUnencryptedServerElsewhereIsWarnedOf(string endpoint, bool isWarned)
    {
        var connection = HostConnector.Connect(new() { EndpointUrl = endpoint }, RemoteHosts.Connect);

        Assert.Equal(isWarned, connection.Warning?.Contains("https", StringComparison.Ordinal) ?? false);
        Assert.Contains(endpoint, connection.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://vision.example", true)]
    [InlineData("http://localhost:8080", false)]
    public void ACertificateThatIsNotVerifiedIsWarnedOf(string endpoint, bool isWarned)
    {
        var connection = HostConnector.Connect(new() { EndpointUrl = endpoint, NoVerifySsl = true }, RemoteHosts.Connect);

        Assert.Equal(isWarned, connection.Warning?.Contains("not verified", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void CertificatesToTrustThatAreNotThereAreAnErrorThatNamesTheFile()
    {
        var error = Assert.Throws<ValidationException>(
            () => HostConnector.Connect(new() { EndpointUrl = "https://vision.example", CaBundle = "/no/such.pem" }, RemoteHosts.Connect));

        Assert.Contains("/no/such.pem", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:secret@vision.example/")]
    [InlineData("https://vision.example/?key=secret")]
    [InlineData("ftp://vision.example/")]
    public void OnlyHostPortAndPathAreTaken(string endpoint)
    {
        var error = Assert.Throws<ValidationException>(() => HostConnector.Connect(new() { EndpointUrl = endpoint }, RemoteHosts.Connect));

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Contains("https://HOST", error.RecommendedAction, StringComparison.Ordinal);
    }
}
