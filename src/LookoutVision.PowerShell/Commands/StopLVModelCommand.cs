using System.Management.Automation;
using LookoutVision.Hosting;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Ends the hosting of a model.</summary>
[Cmdlet(VerbsLifecycle.Stop, "LVModel", SupportsShouldProcess = true)]
[OutputType(typeof(ModelDescription))]
public sealed class StopLVModelCommand : ModelCommand
{
    private protected override void Process()
    {
        var model = Await(stop => DefaultModel.ResolveAsync(Models, ProjectName, ModelVersion, SessionModel.Get(Shell.Session), stop));
        if (!Shell.ShouldProcess(model.ToString(), "Stop model"))
        {
            return;
        }

        var stopped = Await(stop => Models.StopModelAsync(model, stop));
        SessionModel.Forget(Shell.Session, model);
        Finish(stopped, ModelStatus.Trained);
    }
}
