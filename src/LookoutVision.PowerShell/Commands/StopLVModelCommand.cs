using System.Management.Automation;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Ends the hosting of a model.</summary>
[Cmdlet(VerbsLifecycle.Stop, "LVModel", SupportsShouldProcess = true)]
[OutputType(typeof(ModelDescription))]
public sealed class StopLVModelCommand : HostingCommand
{
    private protected override void Process()
    {
        if (ModelVersion is not null)
        {
            var description = Await(stop => Models.DescribeModelAsync(new ModelReference(ProjectName, ModelVersion), stop));
            if (description.Status == ModelStatus.Trained)
            {
                Shell.WriteVerbose($"{description} needs no stop.");
                Finish(description, ModelStatus.Trained);
                return;
            }
        }

        var model = ResolveModel(ProjectName, ModelVersion);
        if (!Shell.ShouldProcess(model.ToString(), "Stop model"))
        {
            return;
        }

        var stopped = Await(stop => Models.StopModelAsync(model, stop));
        SessionModel.Forget(Shell.Session, model);
        Finish(stopped, ModelStatus.Trained);
    }
}
