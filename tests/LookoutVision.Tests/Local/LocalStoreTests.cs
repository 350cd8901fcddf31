using LookoutVision.Datasets;
using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

public sealed class LocalStoreTests : IDisposable
{
    private static readonly Dataset Images = new(
    [
        new() { SourceRef = Path.GetFullPath("a \"ä\".jpg"), IsAnomalous = false, Group = "part 7" },
        new() { SourceRef = Path.GetFullPath("b.jpg"), IsAnomalous = null },
        new()
        {
            SourceRef = Path.GetFullPath("c.jpg"),
            IsAnomalous = true,
            MaskRef = Path.GetFullPath("c.png"),
            MaskLabels = new Dictionary<string, string> { ["#23A436"] = "cracked", ["#FFFFFF"] = "hole" },
        },
    ]);

    private readonly TempFolder _folder = new();
    private readonly HostConnection _host;

    public LocalStoreTests()
    {
        _host = HostConnector.Connect($"local:{_folder.Root}");
    }

    private IProjectCatalog Catalog => _host.Projects!;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../x")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData(".tmp")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a\0")]
    [InlineData("con")]
    [InlineData("LPT1")]
    public async Task ANameThatIsNoneReachesNoFile(string name)
    {
        await Assert.ThrowsAsync<ValidationException>(() => Catalog.CreateProjectAsync(name, default));
        await Assert.ThrowsAsync<ValidationException>(() => Catalog.DescribeProjectAsync(name, default));
        await Assert.ThrowsAsync<ValidationException>(() => Catalog.DeleteProjectAsync(name, default));
        await Assert.ThrowsAsync<ValidationException>(() => _host.Models.DescribeModelAsync(new(name, "1"), default));
        await Assert.ThrowsAsync<ValidationException>(() => _host.Models.StartModelAsync(new(name, "1"), InferenceUnits.One, default));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("-1")]
    [InlineData("1/..")]
    [InlineData("Latest")]
    [InlineData("99999999999")]
    [InlineData("")]
    public async Task AVersionThatIsNoneIsRefused(string version)
    {
        await Catalog.CreateProjectAsync("parts", default);
        await Assert.ThrowsAsync<ValidationException>(() => _host.Models.DescribeModelAsync(new("parts", version), default));
        await Assert.ThrowsAsync<ValidationException>(() => Catalog.DeleteModelAsync(new("parts", version), default));
    }

    [Fact]
    public async Task TheLongestNameWorks()
    {
        var name = new string('a', 255);
        await Catalog.CreateProjectAsync(name, default);
        Assert.Equal(name, (await Catalog.DescribeProjectAsync(name, default)).ProjectName);
        await Assert.ThrowsAsync<ValidationException>(() => Catalog.CreateProjectAsync(name + "a", default));
    }

    [Fact]
    public async Task ANameThatDiffersInCaseAloneIsTakenAndTheErrorNamesIt()
    {
        await Catalog.CreateProjectAsync("Parts", default);

        var taken = await Assert.ThrowsAsync<ConflictException>(() => Catalog.CreateProjectAsync("parts", default));
        Assert.Contains("'Parts'", taken.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConflictException>(() => Catalog.CreateProjectAsync("Parts", default));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Catalog.DescribeProjectAsync("parts", default));
    }

    [Fact]
    public async Task ProjectsAreListedByNameAndForeignFoldersPassedOver()
    {
        foreach (var name in new[] { "b", "c", "a" })
        {
            await Catalog.CreateProjectAsync(name, default);
        }

        Directory.CreateDirectory(_folder.PathOf("projects", "not a project"));
        Directory.CreateDirectory(_folder.PathOf("projects", "half-made"));
        var names = new List<string>();
        await foreach (var project in Catalog.ListProjectsAsync(default))
        {
            names.Add(project.ProjectName);
        }

        Assert.Equal(["a", "b", "c"], names);
    }

    [Fact]
    public async Task ADatasetComesBackAsItWasGiven()
    {
        await Catalog.CreateProjectAsync("parts", default);

        var described = await Catalog.CreateDatasetAsync("parts", DatasetType.Train, Images, default);
        var read = await Catalog.ReadDatasetAsync("parts", DatasetType.Train, default);

        Assert.Equal((3, 2, 1, 1), (described.TotalImages, described.LabeledImages, described.NormalImages, described.AnomalousImages));
        Assert.Equivalent(Images, read, strict: true);
        Assert.Equal(Images.Entries[2].MaskLabels, read.Entries[2].MaskLabels);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Catalog.ReadDatasetAsync("parts", DatasetType.Test, default));
        Assert.Equal([DatasetType.Train], (await Catalog.DescribeProjectAsync("parts", default)).Datasets.Select(d => d.DatasetType));
    }

    [Fact]
    public async Task AProjectWithADatasetIsNotDeletedAndWithoutOneItIsGone()
    {
        await Catalog.CreateProjectAsync("parts", default);
        await Catalog.CreateDatasetAsync("parts", DatasetType.Test, Images, default);
        await Assert.ThrowsAsync<ConflictException>(() => Catalog.DeleteProjectAsync("parts", default));

        await Catalog.DeleteDatasetAsync("parts", DatasetType.Test, default);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Catalog.DeleteDatasetAsync("parts", DatasetType.Test, default));
        await Catalog.DeleteProjectAsync("parts", default);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Catalog.DescribeProjectAsync("parts", default));
        await Catalog.CreateProjectAsync("parts", default);
    }

    [Fact]
    public async Task WhatAKilledWriterLeftIsNotSeenAndIsClearedAway()
    {
        await Catalog.CreateProjectAsync("parts", default);
        var torn = _folder.Write("projects/parts/.tmp/0123/model.lvm", "half a mod");

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _host.Models.DescribeModelAsync(new("parts", "latest"), default));
        Assert.True(File.Exists(torn));
        await Catalog.CreateDatasetAsync("parts", DatasetType.Train, Images, default);

        Assert.False(File.Exists(torn));
        Assert.Equal(3, (await Catalog.ReadDatasetAsync("parts", DatasetType.Train, default)).Entries.Count);
    }

    [Theory]
    [InlineData("", "damaged")]
    [InlineData("{\"ProjectName\":\"pa", "")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    [InlineData("{\"ProjectName\":\"other\",\"CreationTimestamp\":\"2026-01-01T00:00:00Z\"}", "'other'")]
    [InlineData("{\"FormatVersion\":2,\"ProjectName\":\"parts\",\"CreationTimestamp\":\"2026-01-01T00:00:00Z\"}", "newer")]
    public async Task ATornOrForeignRecordIsNamed(string content, string reason)
    {
        var path = _folder.Write("projects/parts/project.json", content);

        var error = await Assert.ThrowsAsync<InternalServerException>(() => Catalog.DescribeProjectAsync("parts", default));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public async Task ADamagedProjectIsNamedOnceTheOthersAreListed()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await Catalog.CreateProjectAsync(name, default);
        }

        var path = _folder.Write("projects/b/project.json", "{\"ProjectName\":\"b");
        var names = new List<string>();

        var error = await Assert.ThrowsAsync<InternalServerException>(async () =>
        {
            await foreach (var project in Catalog.ListProjectsAsync(default))
            {
                names.Add(project.ProjectName);
            }
        });

        Assert.Equal(["a", "c"], names);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreThatCannotBeMadeIsNamed()
    {
        var file = _folder.Write("a-file", "x");
        var catalog = HostConnector.Connect($"local:{Path.Combine(file, "store")}").Projects!;

        var error = await Assert.ThrowsAsync<InternalServerException>(() => catalog.CreateProjectAsync("parts", default));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }
}
