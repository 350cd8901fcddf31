using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using LookoutVision.Testing;

namespace LookoutVision.Cli.Tests;

public class DocumentationTests
{
    [Fact]
    public void EveryCommandLineInTheDocumentsIsUnderstood()
    {
        var checkedLines = 0;
        foreach (var page in Pages())
        {
            foreach (Match line in Regex.Matches(File.ReadAllText(page), @"^ *(?:lookoutvision|dotnet run --project src/LookoutVision.Cli --) ([^|\r\n]+)", RegexOptions.Multiline))
            {
                var parsed = CommandLine.Parse(CommandLineParser.SplitCommandLine(line.Groups[1].Value).ToArray());

                Assert.All(parsed.Errors, e => Assert.Contains("path to a file", e.Message, StringComparison.Ordinal));
                checkedLines++;
            }
        }

        Assert.True(checkedLines >= 8, $"Only {checkedLines} command lines were found.");
    }

    [Fact]
    public void EveryLinkBetweenTheDocumentsLeadsSomewhere()
    {
        foreach (var page in Pages())
        {
            foreach (Match link in Regex.Matches(File.ReadAllText(page), @"\]\((?!https?:|#)([^)#\s]+)"))
            {
                var target = Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value);
                Assert.True(Path.Exists(target), $"{page} links to {link.Groups[1].Value}, which is not there.");
            }
        }
    }

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(SharedData.RepositoryRoot, "*.md").Concat(Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "docs"), "*.md"));
}
