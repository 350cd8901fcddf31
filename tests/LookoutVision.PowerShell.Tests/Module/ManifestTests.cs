using System.Text.RegularExpressions;
using System.Xml.Linq;
using LookoutVision.Commands;
using LookoutVision.HelpBuilder.Cmdlets;
using LookoutVision.Testing;

namespace LookoutVision.PowerShell.Tests.Module;

public sealed partial class ManifestTests
{
    private static readonly IReadOnlyList<CmdletDescription> Cmdlets = CmdletReader.Read(typeof(LookoutVisionCommand).Assembly);
    private readonly string _manifest = Read("LookoutVision.psd1");

    [Fact]
    public void Exports_are_the_cmdlets_and_aliases_there_are()
    {
        Assert.Equal(Cmdlets.Select(cmdlet => cmdlet.Name), ListOf("CmdletsToExport").Order(StringComparer.Ordinal));
        Assert.Equal(Cmdlets.SelectMany(cmdlet => cmdlet.Aliases), ListOf("AliasesToExport"));
        Assert.Empty(ListOf("FunctionsToExport"));
        Assert.Empty(ListOf("VariablesToExport"));
    }

    [Fact]
    public void Every_file_that_the_manifest_names_is_there()
    {
        foreach (var file in ListOf("FormatsToProcess").Concat(ListOf("TypesToProcess")))
        {
            Assert.True(File.Exists(Path.Combine(SharedData.RepositoryRoot, file)), file);
        }
    }

    [Fact]
    public void Views_and_type_data_are_of_types_there_are()
    {
        var types = XDocument.Parse(Read("LookoutVision.Types.ps1xml"));
        Assert.All(
            Views.SelectMany(file => file.Descendants("ViewSelectedBy")).Elements("TypeName").Concat(types.Descendants("TypeConverter").Elements("TypeName")),
            name => Assert.NotNull(TypeOf(name.Value)));
        Assert.All(types.Root!.Elements("Type"), type =>
        {
            var described = TypeOf(type.Element("Name")!.Value.Replace("Deserialized.", "", StringComparison.Ordinal));
            Assert.NotNull(described);
            Assert.All(
                type.Descendants("ReferencedProperties").Elements("Name"),
                property => Assert.NotNull(described.GetProperty(property.Value)));
        });
    }

    [Fact]
    public void Every_type_that_is_given_out_has_a_view()
    {
        var views = Views.SelectMany(file => file.Descendants("TypeName")).Select(name => name.Value);
        Assert.Empty(Cmdlets.SelectMany(cmdlet => cmdlet.OutputTypes).Where(type => type.StartsWith("LookoutVision", StringComparison.Ordinal)).Except(views));
    }

    [Fact]
    public void Every_property_that_a_view_shows_is_there()
    {
        foreach (var view in Views.SelectMany(file => file.Descendants("View")))
        {
            var type = TypeOf(view.Element("ViewSelectedBy")!.Element("TypeName")!.Value)!;
            Assert.All(view.Descendants("PropertyName"), name => Assert.NotNull(type.GetProperty(name.Value)));
            Assert.All(
                view.Descendants("ScriptBlock").SelectMany(script => FirstProperties().Matches(script.Value)).Select(match => match.Groups[1].Value),
                name => Assert.True(name == "IsBackground" || type.GetProperty(name) is not null || IsOfALabel(name), $"{type.Name}.{name}"));
        }
    }

    private static bool IsOfALabel(string property) => typeof(Engine.Evaluation.LabelMetrics).GetProperty(property) is not null;

    private static Type? TypeOf(string name) =>
        typeof(LookoutVisionCommand).Assembly.GetType(name) ?? typeof(DetectAnomalyResult).Assembly.GetType(name)
        ?? typeof(Engine.Evaluation.LabelMetrics).Assembly.GetType(name);

    private IEnumerable<XDocument> Views => ListOf("FormatsToProcess").Select(file => XDocument.Parse(Read(file)));

    private string[] ListOf(string key)
    {
        var list = Regex.Match(_manifest, $@"{key}\s*=\s*@\((.*?)\)", RegexOptions.Singleline);
        Assert.True(list.Success, key);
        return [.. Quoted().Matches(list.Groups[1].Value).Select(match => match.Groups[1].Value)];
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, file));

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$_\.(\w+)")]
    private static partial Regex FirstProperties();
}
