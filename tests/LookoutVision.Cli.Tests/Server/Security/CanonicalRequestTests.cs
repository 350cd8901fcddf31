using System.Text;
using LookoutVision.Cli.Server.Security;

namespace LookoutVision.Cli.Tests.Server.Security;

/// <summary>The signatures are those of AWS's published test suite for Signature Version 4.</summary>
public sealed class CanonicalRequestTests
{
    private const string Vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    [Theory]
    [InlineData("/", Vanilla)]
    [InlineData("//", Vanilla)]
    [InlineData("/./", Vanilla)]
    [InlineData("/example1/example2/../..", Vanilla)]
    [InlineData("/example space/", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741")]
    [InlineData("/ሴ", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1", "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac")]
    public void TargetIsSignedAsPublished(string target, string signature) =>
        Assert.Equal(signature, Sign("GET", target, "", ("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z")));

    [Fact]
    public void HeadersAreTrimmedAsPublished() => Assert.Equal(
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
        Sign("GET", "/", "", ("host", "example.amazonaws.com"), ("my-header1", " value1"), ("my-header2", " \"a   b   c\""), ("x-amz-date", "20150830T123600Z")));

    [Fact]
    public void BodyIsSignedAsPublished() => Assert.Equal(
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
        Sign("POST", "/", "Param1=value1", ("content-type", "application/x-www-form-urlencoded"), ("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z")));

    [Fact]
    public void PathIsEncodedTwiceAndQueryOnce()
    {
        var canonical = CanonicalRequest.Of("GET", "/tags/arn%3Aaws%2F1?b=x%2fy&a=%7E+&c", [("host", "h")], "hash").Split('\n');
        Assert.Equal("/tags/arn%253Aaws%252F1", canonical[1]);
        Assert.Equal("a=~%2B&b=x%2Fy&c=", canonical[2]);
    }

    [Theory]
    [InlineData("/%zz/%", "/%25zz/%25", "")]
    [InlineData("/?%=%z&=&&", "/", "=&%25=%25z")]
    [InlineData("/../../x", "/x", "")]
    [InlineData("", "/", "")]
    [InlineData("*", "/%2A", "")]
    public void NonsenseHasACanonicalFormToo(string target, string path, string query)
    {
        var canonical = CanonicalRequest.Of("GET", target, [], "").Split('\n');
        Assert.Equal((path, query), (canonical[1], canonical[2]));
    }

    private static string Sign(string method, string target, string body, params (string, string)[] headers) =>
        Convert.ToHexStringLower(SigningKey.Sign(
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            new("20150830", "us-east-1", "service"),
            "20150830T123600Z",
            CanonicalRequest.Of(method, target, headers, CanonicalRequest.Hash(Encoding.UTF8.GetBytes(body)))));
}
