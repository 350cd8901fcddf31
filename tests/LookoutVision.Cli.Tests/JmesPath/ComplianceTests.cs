using System.Text.Json.Nodes;
using LookoutVision.Cli.JmesPath;
using LookoutVision.Cli.JmesPath.Nodes;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Tests.JmesPath;

/// <summary>The public cases of github.com/jmespath/jmespath.test, where the folder of its files is named.</summary>
public class ComplianceTests
{
    [ComplianceFact]
    public void EveryPublicCaseIsAnsweredAsItSays()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var file in Directory.GetFiles(ComplianceFactAttribute.Folder!, "*.json"))
        {
            foreach (var suite in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
            {
                foreach (var item in suite!["cases"]!.AsArray())
                {
                    count++;
                    if (Fault(suite["given"], item!) is { } fault)
                    {
                        wrong.Add($"{Path.GetFileName(file)}: {item!["expression"]}: {fault}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(count > 800, $"Only {count} cases are in {ComplianceFactAttribute.Folder}.");
    }

    private static string? Fault(JsonNode? given, JsonNode item)
    {
        try
        {
            var answer = JmesPathQuery.Parse((string)item["expression"]!).Search(JsonValues.Read(given));
            var text = JsonText.Compact(answer);
            return item["error"] is { } missed ? $"{text} in place of the error {missed}"
                : item["bench"] is not null || Equality.Of(JsonValues.Read(item["result"]), answer) ? null
                : $"{text} in place of {item["result"]?.ToJsonString() ?? "null"}";
        }
        catch (JmesPathException e)
        {
            return (string?)item["error"] == NameOf(e.Kind) ? null : $"{e.Kind} ({e.Message}) in place of {item["error"] ?? item["result"]}";
        }
    }

    private static string NameOf(JmesPathErrorKind kind) => kind switch
    {
        JmesPathErrorKind.InvalidType => "invalid-type",
        JmesPathErrorKind.InvalidValue => "invalid-value",
        JmesPathErrorKind.InvalidArity => "invalid-arity",
        JmesPathErrorKind.UnknownFunction => "unknown-function",
        _ => "syntax",
    };
}
