using LookoutVision.Commands;
using LookoutVision.Engine.Imaging;
using LookoutVision.Export;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Commands;

public sealed class ExportLVAnomalyMaskTests : IDisposable
{
    private readonly ImageFolder _folder = new();
    private readonly DetectAnomalyResult _result = FakeHost.Normal("/line/a.jpg") with { AnomalyMask = [1, 2, 3] };

    private string Target => Path.Combine(_folder.Root, "masks");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_mask_is_written_beside_nothing_else()
    {
        var shell = Run(new FakeShell(), _result);

        var file = Assert.Single(Directory.GetFiles(Target));
        Assert.Equal("a-mask.png", Path.GetFileName(file));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file));
        Assert.Equal([(file, "Write Mask")], shell.Asked);
        Assert.Empty(shell.Output);
    }

    [Fact]
    public void A_refusal_writes_nothing()
    {
        Run(new FakeShell { Agrees = false }, _result);

        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void A_result_without_a_mask_and_a_file_that_exists_are_errors_about_the_image()
    {
        Assert.Equal(("MaskMissing", "/line/a.jpg"), ErrorOf(Run(new FakeShell(), _result with { AnomalyMask = null })));
        Run(new FakeShell(), _result);
        var shell = Run(new FakeShell(), _result with { AnomalyMask = [9] });
        Assert.Equal(("MaskExists", "/line/a.jpg"), ErrorOf(shell));
        Assert.Contains("-Force", shell.Errors[0].RecommendedAction);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(Target, "a-mask.png")));
    }

    [Fact]
    public void A_heat_map_is_made_by_the_model_that_judged_the_image()
    {
        var photograph = Path.Combine(_folder.Root, "b.png");
        File.WriteAllBytes(photograph, PngEncoder.Encode(new(4, 4, new byte[48])));
        var result = FakeHost.Normal(photograph);
        var asked = new List<string>();
        var host = new FakeHost
        {
            OnMap = (model, image) =>
            {
                asked.Add($"{model} {image.Name}");
                return new(1, 1, [0.9f]);
            },
        };

        var shell = Run(new FakeShell(), result, MaskExportKind.Heatmap, host);

        Assert.Empty(shell.Errors);
        Assert.Equal([$"parts/1 {photograph}"], asked);
        var picture = ImageCodec.Decode(File.ReadAllBytes(Path.Combine(Target, "b-heatmap.png")));
        Assert.True(picture.Pixels[0] > picture.Pixels[2] + 50, "a hot place is of a warm colour");
    }

    [Fact]
    public void A_heat_map_of_a_model_that_is_no_longer_hosted_is_an_error_about_that()
    {
        var shell = Run(new FakeShell(), _result, MaskExportKind.Heatmap);

        Assert.Equal("ModelNotHosted", Assert.Single(shell.Errors).Id);
        Assert.Contains("Start-LVModel", shell.Errors[0].RecommendedAction);
    }

    private FakeShell Run(FakeShell shell, DetectAnomalyResult result, MaskExportKind kind = MaskExportKind.Mask, FakeHost? host = null) =>
        new CommandRun<ExportLVAnomalyMaskCommand>(shell, host ?? new FakeHost())
            .Run(command => (command.Path, command.InputObject, command.Kind) = (Target, result, kind));

    private static (string, object?) ErrorOf(FakeShell shell)
    {
        var error = Assert.Single(shell.Errors);
        return (error.Id, error.Target);
    }
}
