namespace LookoutVision.Tests;

public sealed class DescriptionTests
{
    [Fact]
    public void Descriptions_are_equal_by_what_is_in_them()
    {
        Assert.Equal(Model("scratch", "stain"), Model("scratch", "stain"));
        Assert.Equal(Model("scratch", "stain").GetHashCode(), Model("scratch", "stain").GetHashCode());
        Assert.NotEqual(Model("scratch", "stain"), Model("stain", "scratch"));
        Assert.NotEqual(Model("scratch"), Model());
        Assert.Equal(new ProjectDescription { ProjectName = "parts" }, new ProjectDescription { ProjectName = "parts", Datasets = [] });
    }

    [Fact]
    public void Their_lists_read_well_in_one_cell() => Assert.Equal("scratch;stain", Model("scratch", "stain").Labels.ToString());

    private static ModelDescription Model(params string[] labels) =>
        new() { ProjectName = "parts", ModelVersion = "1", Status = ModelStatus.Trained, Labels = labels };
}
