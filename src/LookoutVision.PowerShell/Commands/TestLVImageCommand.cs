using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Rules;

namespace LookoutVision.Commands;

/// <summary>Tells by rules whether an image that was judged is to be rejected.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LVImage")]
[OutputType(typeof(InspectionResult), typeof(bool))]
public sealed class TestLVImageCommand : LookoutVisionCommand
{
    private RejectionRules _rules = new();

    /// <summary>A result of Invoke-LVDetectAnomaly.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public DetectAnomalyResult? InputObject { get; set; }

    /// <summary>The least confidence of an anomalous verdict that counts.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double MinConfidence { get; set; }

    /// <summary>The area above which an image is rejected.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double? MaxArea { get; set; }

    /// <summary>The anomaly type whose area counts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AnomalyNameCompleter))]
    public string? AnomalyName { get; set; }

    /// <summary>The number of anomaly types above which an image is rejected.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MaxAnomalyTypes { get; set; }

    /// <summary>Gives only whether the image passes.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override object? Subject => InputObject?.Path;

    private protected override CommandError Describe(Exception exception) =>
        exception is ValidationException cause ? CommandErrors.AnomaliesMissing(cause) : base.Describe(exception);

    private protected override void Begin()
    {
        if (AnomalyName is not null && MaxArea is null)
        {
            throw new CommandException(CommandErrors.LimitMissing(AnomalyName));
        }

        _rules = new RejectionRules
        {
            MinConfidence = MinConfidence,
            MaxArea = MaxArea,
            AnomalyName = AnomalyName,
            MaxAnomalyTypes = MaxAnomalyTypes,
        };
    }

    private protected override void Process()
    {
        var inspection = _rules.Check(InputObject!);
        Shell.WriteObject(Quiet ? !inspection.IsRejected : inspection);
    }
}
