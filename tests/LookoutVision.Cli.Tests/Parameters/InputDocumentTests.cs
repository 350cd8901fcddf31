using LookoutVision.Cli.Parameters;

namespace LookoutVision.Cli.Tests.Parameters;

public class InputDocumentTests
{
    [Fact]
    public void Yaml_IsReadAsVersion1_2Says()
    {
        const string yaml = """
            ProjectName: yes   # a string in YAML 1.2
            ModelVersion: '1'
            MinInferenceUnits: 0x10
            Labeled: true
            Nothing: ~
            Changes: !!binary |
              YWJj
              ZGVm
            Tags:
            - {Key: a, Value: "b: c"}
            """;

        Assert.Equal(
            """{"ProjectName":"yes","ModelVersion":"1","MinInferenceUnits":16,"Labeled":true,"Nothing":null,"Changes":"YWJjZGVm","Tags":[{"Key":"a","Value":"b: c"}]}""",
            InputDocument.FromYaml(yaml).ToJsonString());
    }

    [Fact]
    public void JsonWithANameTwice_IsAnErrorThatNamesTheOption()
    {
        var error = Assert.Throws<ParameterException>(() => InputDocument.FromJson("""{"ProjectName": "a", "ProjectName": "b"}"""));

        Assert.StartsWith("Error parsing parameter '--cli-input-json': Invalid JSON: An object has a member twice.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("- a")]
    [InlineData("")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: &x 1\nb: *x")]
    [InlineData("--- a: 1\n--- b: 2")]
    public void YamlThatIsNoMapping_IsAnErrorThatNamesTheOption(string yaml)
    {
        var error = Assert.Throws<ParameterException>(() => InputDocument.FromYaml(yaml));

        Assert.StartsWith("Error parsing parameter '--cli-input-yaml': Invalid ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void YamlNestedEndlessly_IsRefused() =>
        Assert.Throws<ParameterException>(() => InputDocument.FromYaml(new string('[', 100_000)));

    [Fact]
    public void AFile_IsReadInPlaceOfItsName()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["input.json"], "\uFEFF{\"ProjectName\": \"p1\"}");

        Assert.Equal("p1", (string?)InputDocument.FromJson($"file://{folder["input.json"]}")["ProjectName"]);
    }
}
