using System.Management.Automation;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Hosts a model, so that it answers detection requests.</summary>
[Cmdlet(VerbsLifecycle.Start, "LVModel", SupportsShouldProcess = true)]
[OutputType(typeof(ModelDescription))]
public sealed class StartLVModelCommand : ModelCommand
{
    /// <summary>The least capacity.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MinInferenceUnit { get; set; } = 1;

    /// <summary>The most capacity; absent: it does not grow.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxInferenceUnit { get; set; }

    private protected override void Process()
    {
        var asked = new ModelReference(ProjectName, ModelVersion ?? ModelReference.Latest);
        var model = ReferenceTo(Await(stop => Models.DescribeModelAsync(asked, stop)));
        if (!Shell.ShouldProcess(model.ToString(), "Start model"))
        {
            return;
        }

        var started = Await(stop => Models.StartModelAsync(model, new InferenceUnits(MinInferenceUnit, MaxInferenceUnit), stop));
        SessionModel.Set(Shell.Session, model);
        Finish(started, ModelStatus.Hosted);
    }
}
