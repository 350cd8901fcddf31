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
        ModelReference model;
        if (ModelVersion is not null)
        {
            var description = Await(stop => Models.DescribeModelAsync(new ModelReference(ProjectName, ModelVersion), stop));
            if (description.Status == ModelStatus.Trained)
            {
                Shell.WriteVerbose($"{description} needs no stop.");
                Finish(description, ModelStatus.Trained);
                return;
            }

            // What failed to start, or has not finished to, may still take room: the host knows whether it can be stopped.
            model = description.Status is ModelStatus.HostingFailed or ModelStatus.StartingHosting
                ? ReferenceTo(description)
                : ResolveModel(ProjectName, ModelVersion);
        }
        else
        {
            model = ResolveModel(ProjectName, null);
        }

        if (!Shell.ShouldProcess(model.ToString(), Connection.StopAction))
        {
            return;
        }

        var stopped = Await(stop => Models.StopModelAsync(model, stop));
        SessionModel.Forget(Shell.Session, model);
        Finish(stopped, ModelStatus.Trained);
    }
}
