using System.Management.Automation;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Hosts a model, so that it answers detection requests.</summary>
[Cmdlet(VerbsLifecycle.Start, "LVModel", SupportsShouldProcess = true)]
[OutputType(typeof(ModelDescription))]
public sealed class StartLVModelCommand : HostingCommand
{
    /// <summary>The least capacity; absent: 1.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MinInferenceUnit { get; set; }

    /// <summary>The most capacity; absent: it does not grow.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxInferenceUnit { get; set; }

    private protected override void Process()
    {
        var asked = new ModelReference(ProjectName, ModelVersion ?? ModelReference.Latest);
        var description = Await(stop => Models.DescribeModelAsync(asked, stop));
        var model = ReferenceTo(description);
        if (IsOnItsWay(description))
        {
            Shell.WriteVerbose($"{description} needs no start.");
        }
        else if (Shell.ShouldProcess(model.ToString(), Connection.StartAction))
        {
            description = Await(stop => Models.StartModelAsync(model, new InferenceUnits(MinInferenceUnit ?? 1, MaxInferenceUnit), stop));
            if (Connection.StartNotice is not null)
            {
                Shell.WriteWarning(Connection.StartNotice);
            }
        }
        else
        {
            return;
        }

        SessionModel.Set(Shell.Session, model);
        Finish(description, ModelStatus.Hosted);
    }

    // To ask for other units than it has is a request of its own, which the host has to answer.
    private bool IsOnItsWay(ModelDescription model) =>
        model.Status is ModelStatus.Hosted or ModelStatus.StartingHosting && MinInferenceUnit is null && MaxInferenceUnit is null;
}
