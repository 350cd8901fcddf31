using LookoutVision.Cli.Output.Yaml;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Tests.Output;

/// <summary>YAML as the AWS command 2.9.19 wrote the same values.</summary>
public class YamlOutputTests
{
    [Theory]
    [InlineData("'1'", "1")]
    [InlineData("'1.0'", "1.0")]
    [InlineData("'1e3'", "1e3")]
    [InlineData("'010'", "010")]
    [InlineData("'0x1f'", "0x1f")]
    [InlineData("'1_000'", "1_000")]
    [InlineData("'.5'", ".5")]
    [InlineData("'-.inf'", "-.inf")]
    [InlineData("0o8", "0o8")]
    [InlineData("1,000", "1,000")]
    [InlineData("yes", "yes")]
    [InlineData("'true'", "true")]
    [InlineData("'Null'", "Null")]
    [InlineData("'~'", "~")]
    [InlineData("''", "")]
    [InlineData("'='", "=")]
    [InlineData("'<<'", "<<")]
    [InlineData("'2021-01-01'", "2021-01-01")]
    [InlineData("'2021-08-16T21:40:00.123000+00:00'", "2021-08-16T21:40:00.123000+00:00")]
    [InlineData("12:30:45", "12:30:45")]
    [InlineData("'- a'", "- a")]
    [InlineData("'a: b'", "a: b")]
    [InlineData("a:b", "a:b")]
    [InlineData("'a #b'", "a #b")]
    [InlineData("'''q'''", "'q'")]
    [InlineData("'\"q\"'", "\"q\"")]
    [InlineData("'@a'", "@a")]
    [InlineData("'[a'", "[a")]
    [InlineData("a]", "a]")]
    [InlineData("'---'", "---")]
    [InlineData("'a '", "a ")]
    [InlineData("'a\n\n  b'", "a\nb")]
    [InlineData("\"\\x01\"", "\u0001")]
    [InlineData("\"a\\r\\nb\"", "a\r\nb")]
    [InlineData("é", "é")]
    public void AString_IsQuotedWhereItWouldBeReadAsSomethingElse(string yaml, string value) =>
        Assert.Equal($"- {yaml}\n", Written(new object?[] { value }));

    [Fact]
    public void Members_StandByName_AndListsAtTheirLevel() => Assert.Equal(
        """
        '1': 3
        a: null
        b:
        - c: true
          d: 1e+17
        - []
        - - 1
          - 0.5
        e: {}

        """.ReplaceLineEndings("\n"),
        Written(JsonValues.Read("""{"e":{},"b":[{"d":1e17,"c":true},[],[1,0.5]],"a":null,"1":3}""")));

    [Fact]
    public void ALongText_IsFoldedAtEightyColumns() => Assert.Equal(
        """
        long: The quick brown fox jumps over the lazy dog and the quick brown fox jumps over
          the lazy dog again and then some more words until it wraps.
        quoted: 'It''s: the quick brown fox jumps over the lazy dog and the quick: brown fox
          jumps over the lazy dog again and then some more.'

        """.ReplaceLineEndings("\n"),
        Written(new JsonMap
        {
            ["quoted"] = "It's: the quick brown fox jumps over the lazy dog and the quick: brown fox jumps over the lazy dog again and then some more.",
            ["long"] = "The quick brown fox jumps over the lazy dog and the quick brown fox jumps over the lazy dog again and then some more words until it wraps.",
        }));

    [Theory]
    [InlineData("null", "null\n")]
    [InlineData("\"a\"", "\"a\"\n")]
    [InlineData("1.0", "1.0\n")]
    public void ASingleValue_IsWrittenAsJson(string json, string yaml) => Assert.Equal(yaml, Written(JsonValues.Read(json)));

    private static string Written(object? value)
    {
        using var output = new StringWriter { NewLine = "\n" };
        YamlOutput.Write(output, value);
        return output.ToString();
    }
}
