using System.Xml.Linq;
using LookoutVision.Commands;
using LookoutVision.HelpBuilder;
using LookoutVision.HelpBuilder.Cmdlets;
using LookoutVision.Testing;

namespace LookoutVision.PowerShell.Tests.Module;

public sealed class HelpTests
{
    [Fact]
    public void Every_page_agrees_with_its_cmdlet_and_the_files_in_en_US_are_made_of_the_pages()
    {
        foreach (var (name, text) in HelpFiles.Build(SharedData.RepositoryRoot))
        {
            var path = Path.Combine(SharedData.RepositoryRoot, "en-US", name);
            Assert.True(File.Exists(path), $"{path} is missing: dotnet run --project src/LookoutVision.HelpBuilder -- .");
            Assert.True(
                text == File.ReadAllText(path).ReplaceLineEndings("\n"),
                $"{path} is not what the pages in docs say: dotnet run --project src/LookoutVision.HelpBuilder -- .");
        }
    }

    [Fact]
    public void A_page_that_leaves_out_a_parameter_is_refused()
    {
        using var copy = new Seam.ImageFolder();
        foreach (var page in Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, "docs"), "*.md"))
        {
            var target = Path.Combine(copy.Root, "docs", Path.GetFileName(page));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, File.ReadAllText(page).Replace("### -ThrottleLimit", "### -Throttle", StringComparison.Ordinal));
        }

        var error = Assert.Throws<HelpPageException>(() => HelpFiles.Build(copy.Root).ToList());

        Assert.Contains("Invoke-LVDetectAnomaly.md", error.Message);
        Assert.Contains("[ThrottleLimit]", error.Message);
        Assert.Contains("[Throttle]", error.Message);
    }

    [Fact]
    public void Lists_are_part_of_the_help()
    {
        var (_, text) = HelpFiles.Build(SharedData.RepositoryRoot).First();

        Assert.Contains("<maml:para>- several sizes, and images that cannot be read;</maml:para>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_are_on_the_web_are_the_first_link_of_each_cmdlet()
    {
        var pages = new Uri("https://forge.example/parts/inspection/blob/v1.0/docs");

        var (_, text) = HelpFiles.Build(SharedData.RepositoryRoot, pages).First();

        XNamespace command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
        XNamespace maml = "http://schemas.microsoft.com/maml/2004/10";
        Assert.All(XDocument.Parse(text).Descendants(command + "command"), help => Assert.Equal(
            $"{pages}/{help.Descendants(command + "name").First().Value}.md",
            help.Element(command + "relatedLinks")!.Elements().First().Element(maml + "uri")?.Value));
    }

    [Fact]
    public void Cmdlets_are_read_as_the_shell_reads_them()
    {
        var cmdlet = CmdletReader.Read(typeof(LookoutVisionCommand).Assembly).Single(cmdlet => cmdlet.Name == "Invoke-LVDetectAnomaly");

        Assert.Equal(["Path", "LiteralPath", "InputStream", "Bytes"], cmdlet.ParameterSets);
        var path = cmdlet.Parameters.Single(parameter => parameter.Name == "Path");
        Assert.Equal(new SetMembership(Mandatory: true, Position: 0, ByValue: true, ByPropertyName: true), path.In("Path"));
        Assert.Null(path.In("Bytes"));
        Assert.True(path.Wildcards);
        Assert.Equal(["PSPath", "FullName", "LP"], cmdlet.Parameters.Single(parameter => parameter.Name == "LiteralPath").Aliases);
        Assert.Equal(["Find-LVAnomaly"], cmdlet.Aliases);
    }
}
