using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Export;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Writes results as one HTML page.</summary>
[Cmdlet(VerbsData.Export, "LVReport", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(FileInfo))]
public sealed class ExportLVReportCommand : LookoutVisionCommand
{
    private string _file = "";
    private ReportExporter? _report;
    private CountingProgress? _progress;
    private int _taken;

    /// <summary>The page's file.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>The same file, taken as it is written.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true)]
    [Alias("LP")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

    /// <summary>A result of Invoke-LVDetectAnomaly.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public DetectAnomalyResult? InputObject { get; set; }

    /// <summary>The page's title.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Inspection report";

    /// <summary>Replaces a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the file written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? Subject => LiteralPath ?? Path;

    private protected override CommandError Describe(Exception exception) =>
        exception is ConflictException conflict ? CommandErrors.ReportExists(conflict, Subject) : base.Describe(exception);

    private protected override void Begin()
    {
        _file = ShellPath.Single(Shell, LiteralPath ?? Path!, literal: LiteralPath is not null);
        if (Shell.ShouldProcess(_file, "Write report"))
        {
            _report = new ReportExporter(_file, Force);
            _progress = new CountingProgress(Shell, $"Writing {_file}", TimeProvider.System);
        }
    }

    private protected override void Process()
    {
        if (_report is null)
        {
            return;
        }

        var result = InputObject!;
        _progress!.Report(++_taken, null);
        Await(_ => Task.Run(() => _report.Add(result), CancellationToken.None));
    }

    private protected override void End()
    {
        if (_report is null)
        {
            return;
        }

        Await(_ => Task.Run(() => _report.Complete(Title), CancellationToken.None));
        if (PassThru)
        {
            Shell.WriteFile(_file);
        }
    }

    private protected override void Release() => _report?.Dispose();
}
