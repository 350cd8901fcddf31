using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Export;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Writes the masks or heat maps of results as PNG files.</summary>
[Cmdlet(VerbsData.Export, "LVAnomalyMask", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(FileInfo))]
public sealed class ExportLVAnomalyMaskCommand : HostCommand
{
    private MaskExporter? _exporter;
    private CountingProgress? _progress;
    private int _taken;

    /// <summary>The folder to write to; it is made where it is missing.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [Alias("Destination")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>The same folder, taken as it is written.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true)]
    [Alias("LP")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

    /// <summary>A result of Invoke-LVDetectAnomaly.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public DetectAnomalyResult? InputObject { get; set; }

    /// <summary>The mask, the mask on the photograph, both, or the heat map on the photograph.</summary>
    [Parameter]
    public MaskExportKind Kind { get; set; }

    /// <summary>Replaces files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the files written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? Subject => InputObject?.Path ?? LiteralPath ?? Path;

    private protected override CommandError Describe(Exception exception) =>
        InputObject is null ? base.Describe(exception) : CommandErrors.ExportFailed(InputObject.Path, exception);

    private protected override void Begin()
    {
        if (Kind == MaskExportKind.Heatmap)
        {
            base.Begin();
        }

        var folder = ShellPath.Single(Shell, LiteralPath ?? Path!, literal: LiteralPath is not null);
        _exporter = new MaskExporter(folder, Kind, Force);
        _progress = new CountingProgress(Shell, $"Writing to {folder}", TimeProvider.System);
    }

    private protected override void Process()
    {
        var result = InputObject!;
        _progress!.Report(++_taken, null);
        if (result.AnomalyMask is null && Kind != MaskExportKind.Heatmap)
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

        foreach (var path in Await(stop => ExportAsync(result, stop)))
        {
            if (PassThru)
            {
                Shell.WriteFile(path);
            }
        }
    }

    /// <summary>Results hold no heat maps: the image is looked at again, by the model that judged it.</summary>
    private async Task<IReadOnlyList<string>> ExportAsync(DetectAnomalyResult result, CancellationToken stop) => Kind == MaskExportKind.Heatmap
        ? _exporter!.Export(result, await Models.MapAnomaliesAsync(
            new(result.ProjectName, result.ModelVersion), ImageSource.FromFile(result.Path), stop).ConfigureAwait(false))
        : _exporter!.Export(result);
}
