using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Export;

namespace LookoutVision.Commands;

/// <summary>Writes the masks of results as PNG files.</summary>
[Cmdlet(VerbsData.Export, "LVAnomalyMask", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLVAnomalyMaskCommand : LookoutVisionCommand
{
    private MaskExporter? _exporter;

    /// <summary>The folder to write to; it is made where it is missing.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Destination")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>A result of Invoke-LVDetectAnomaly.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public DetectAnomalyResult? InputObject { get; set; }

    /// <summary>The mask, the mask on the photograph, or both.</summary>
    [Parameter]
    public MaskExportKind Kind { get; set; }

    /// <summary>Replaces files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the files written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? Subject => InputObject?.Path ?? Path;

    private protected override CommandError Describe(Exception exception) =>
        InputObject is null ? base.Describe(exception) : CommandErrors.ExportFailed(InputObject.Path, exception);

    private protected override void Begin() => _exporter = new MaskExporter(ShellPath.Single(Shell, Path), Kind, Force);

    private protected override void Process()
    {
        var result = InputObject!;
        if (result.AnomalyMask is null)
        {
            Shell.WriteError(CommandErrors.MaskMissing(result));
            return;
        }

        foreach (var path in _exporter!.PathsFor(result))
        {
            if (!Shell.ShouldProcess(path, $"Write {Kind}"))
            {
                return;
            }
        }

        foreach (var path in Await(_ => Task.FromResult(_exporter.Export(result))))
        {
            if (PassThru)
            {
                Shell.WriteFile(path);
            }
        }
    }
}
