using System.Management.Automation;

namespace LookoutVision.Commands;

/// <summary>Returns when a model has got where it is going.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LVModel")]
[OutputType(typeof(ModelDescription))]
public sealed class WaitLVModelCommand : ModelCommand
{
    /// <summary>The state to wait for; absent: the one that the model's present state leads to.</summary>
    [Parameter]
    public ModelStatus? Status { get; set; }

    private protected override void Process()
    {
        var asked = new ModelReference(ProjectName, ModelVersion ?? ModelReference.Latest);
        var model = Await(stop => Models.DescribeModelAsync(asked, stop));
        Shell.WriteObject(WaitFor(model, Status ?? EndOf(model.Status)));
    }

    private static ModelStatus EndOf(ModelStatus status) => status switch
    {
        ModelStatus.Training or ModelStatus.StoppingHosting => ModelStatus.Trained,
        ModelStatus.StartingHosting or ModelStatus.SystemUpdating => ModelStatus.Hosted,
        _ => status,
    };
}
