using LookoutVision.Cli.JmesPath;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Tests.JmesPath;

public class QueryTests
{
    private const string Models = """
        {"Models": [
          {"ModelVersion": "2", "Status": "TRAINED", "CreationTimestamp": "2021-06-01T10:00:00+00:00", "Performance": {"F1Score": 0.5}},
          {"ModelVersion": "1", "Status": "HOSTED", "CreationTimestamp": "2020-06-01T10:00:00+00:00", "Performance": {"F1Score": 1.0}}]}
        """;

    private const string Detected = """
        {"DetectAnomalyResult": {"IsAnomalous": true, "Confidence": 1, "Anomalies": [
          {"Name": "background", "PixelAnomaly": {"TotalPercentageArea": 0.99}},
          {"Name": "scratch", "PixelAnomaly": {"TotalPercentageArea": 0.0075}},
          {"Name": "dent", "PixelAnomaly": {"TotalPercentageArea": 0.0025}}]}}
        """;

    [Theory]
    [InlineData("Models[?Status=='HOSTED'].ModelVersion", """["1"]""")]
    [InlineData("Models[?Status==`HOSTED`] | [0].ModelVersion", "\"1\"")]
    [InlineData("Models[?CreationTimestamp>=`2021-01-01`].ModelVersion", """["2"]""")]
    [InlineData("Models[].{Version: ModelVersion, F1: Performance.F1Score}", """[{"Version":"2","F1":0.5},{"Version":"1","F1":1.0}]""")]
    [InlineData("sort_by(Models, &Performance.F1Score)[-1].ModelVersion", "\"1\"")]
    [InlineData("max_by(Models, &to_number(ModelVersion)).ModelVersion", "\"2\"")]
    [InlineData("length(Models)", "2")]
    [InlineData("Models[*].[ModelVersion,Nothing]", """[["2",null],["1",null]]""")]
    [InlineData("Projects[].ProjectName", "null")]
    public void ListsAreSearched(string query, string answer) => Assert.Equal(answer, Ask(query, Models));

    [Theory]
    [InlineData("DetectAnomalyResult.IsAnomalous", "true")]
    [InlineData("DetectAnomalyResult.Confidence", "1")]
    [InlineData("DetectAnomalyResult.Anomalies[1:].Name | join(', ', @)", "\"scratch, dent\"")]
    [InlineData("sum(DetectAnomalyResult.Anomalies[?Name!='background'].PixelAnomaly.TotalPercentageArea)", "0.01")]
    [InlineData("DetectAnomalyResult.[IsAnomalous, Confidence > `0.9` && 'sure' || 'unsure']", """[true,"sure"]""")]
    [InlineData("DetectAnomalyResult.Anomalies[::-1] | [0].Name", "\"dent\"")]
    [InlineData("to_string(DetectAnomalyResult.Anomalies[0])", """
        "{\"Name\":\"background\",\"PixelAnomaly\":{\"TotalPercentageArea\":0.99}}"
        """)]
    public void AVerdictIsSearched(string query, string answer) => Assert.Equal(answer, Ask(query, Detected));

    [Theory]
    [InlineData("length('\U0001F600a')", "2")]
    [InlineData("reverse('a\U0001F600')", "\"\U0001F600a\"")]
    [InlineData("sort(['\U0001F600', '\uFFFD'])", "[\"\uFFFD\",\"\U0001F600\"]")]
    [InlineData("[2147483647:-2147483648:-2147483648]", "[]")]
    [InlineData("`9223372036854775807` == `9223372036854775806`", "false")]
    [InlineData("ceil(`1e300`)", "1e+300")]
    [InlineData("abs(`-9223372036854775808`)", "9.223372036854776e+18")]
    public void WhatIsRareIsRightToo(string query, string answer) => Assert.Equal(answer, Ask(query, "[]"));

    [Theory]
    [InlineData("Models[", "Incomplete expression:\n\"Models[\"\n        ^")]
    [InlineData("Models]", "column 6, token \"]\"")]
    [InlineData("Models[?a=1]", "Unknown token =")]
    [InlineData("fly(Models)", "Unknown function: fly()")]
    [InlineData("length(Models, Models)", "Expected 1 argument for function length(), received 2")]
    [InlineData("length(`1`)", "expected one of: ['string', 'array', 'object'], received: \"number\"")]
    [InlineData("sort_by(Models, &Performance)", "In function sort_by(), invalid type for value")]
    public void WhatIsWrongIsNamed(string query, string told)
    {
        var error = Assert.Throws<JmesPathException>(() => Ask(query, Models));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("[", "a", "]")]
    [InlineData("{a:", "a", "}")]
    [InlineData("!", "a", "")]
    [InlineData("length(", "a", ")")]
    [InlineData("", "a", ".a")]
    [InlineData("", "a", "[0]")]
    [InlineData("", "a", "|a")]
    [InlineData("", "a", "||a")]
    [InlineData("", "a", "[*]")]
    [InlineData("", "a", "[?a]")]
    [InlineData("[?", "a", "]")]
    [InlineData("", "a", "[]")]
    [InlineData("*.", "a", "")]
    [InlineData("& ", "a", "")]
    public void AQueryNestedEndlesslyIsRefused_AndNothingOverflows(string before, string inner, string after)
    {
        const int depth = 100_000;
        var query = string.Concat(Enumerable.Repeat(before, depth)) + inner + string.Concat(Enumerable.Repeat(after, depth));

        var error = Assert.Throws<JmesPathException>(() => JmesPathQuery.Parse(query));

        Assert.Contains("nested too deep", error.Message, StringComparison.Ordinal);
    }

    private static string Ask(string query, string json) => JsonText.Compact(JmesPathQuery.Parse(query).Search(JsonValues.Read(json)));
}
