using LookoutVision.Cli.Parameters;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Tests.Parameters;

public class ShorthandTests
{
    private static readonly Shape Configuration = InputOf("StartModelPackagingJob", "Configuration");

    private static readonly Shape Tags = InputOf("TagResource", "Tags");

    private static readonly Shape OutputConfig = InputOf("CreateModel", "OutputConfig");

    [Theory]
    [InlineData("S3Location={Bucket=bkt,Prefix=p}", """{"S3Location":{"Bucket":"bkt","Prefix":"p"}}""")]
    [InlineData("S3Location = { Bucket = bkt , Prefix = \"a, b\" }", """{"S3Location":{"Bucket":"bkt","Prefix":"a, b"}}""")]
    [InlineData("S3Location={Bucket='it\\'s',Prefix=a\\,b}", """{"S3Location":{"Bucket":"it\u0027s","Prefix":"a,b"}}""")]
    [InlineData("""{"S3Location": {"Bucket": "bkt"}}""", """{"S3Location":{"Bucket":"bkt"}}""")]
    public void AStructure(string text, string json) => Assert.Equal(json, Read(OutputConfig, text));

    [Theory]
    [InlineData("""[{"Key":"a","Value":"b"},{"Key":"c","Value":"d"}]""", "Key=a,Value=b", "Key=c,Value=d")]
    [InlineData("""[{"Key":"a","Value":"b"}]""", """[{"Key":"a","Value":"b"}]""")]
    [InlineData("""[{"Key":"a","Value":"b"},{"Key":"c","Value":"d"}]""", """{"Key":"a","Value":"b"}""", "Key=c,Value=d")]
    public void AListOfStructures(string json, params string[] words) => Assert.Equal(json, Read(Tags, words));

    [Fact]
    public void ListsAndStructuresWithinEachOther() => Assert.Equal(
        """{"Greengrass":{"S3OutputLocation":{"Bucket":"bkt"},"ComponentName":"c","Tags":[{"Key":"a","Value":"b"},{"Key":"c","Value":"d"}]}}""",
        Read(Configuration, "Greengrass={S3OutputLocation={Bucket=bkt},ComponentName=c,Tags=[{Key=a,Value=b},{Key=c,Value=d}]}"));

    [Theory]
    [InlineData("S3Location", "Expected: '=', received: 'EOF' for input:\nS3Location\n          ^")]
    [InlineData("S3Location={Bucket=b", "Expected: ',', received: 'EOF'")]
    [InlineData("a=1,a=2", "Second instance of key \"a\" encountered for input:")]
    [InlineData("a=\"b", "Expected: '<double quoted>', received: '<none>'")]
    [InlineData("{\"a\": ", "Invalid JSON: Expecting value: line 1 column")]
    public void WhatIsWrongIsShownWhereItIs(string text, string told)
    {
        var error = Assert.Throws<ParameterException>(() => Read(OutputConfig, text));

        Assert.StartsWith($"Error parsing parameter '--option': {told}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a=", "[", "")]
    [InlineData("a=", "{b=", "")]
    [InlineData("a=", "[", "]")]
    public void NestedEndlessly_IsRefused(string before, string open, string close)
    {
        var text = before + string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));

        Assert.Contains("nested too deep", Assert.Throws<ParameterException>(() => Read(OutputConfig, text)).Message, StringComparison.Ordinal);
    }

    private static Shape InputOf(string operation, string member) => ServiceOperations.Get(operation).Input.Single(m => m.Name == member).Shape;

    private static string Read(Shape shape, params string[] words) => new ParameterReader("--option", isRawBinary: false).Read(words, shape)!.ToJsonString();
}
