using LookoutVision.Commands;
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

    private FakeShell Run(FakeShell shell, DetectAnomalyResult result) =>
        new CommandRun<ExportLVAnomalyMaskCommand>(shell, new FakeHost()).Run(command => (command.Path, command.InputObject) = (Target, result));

    private static (string, object?) ErrorOf(FakeShell shell)
    {
        var error = Assert.Single(shell.Errors);
        return (error.Id, error.Target);
    }
}
