using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Hosting;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>What starting and stopping share: which model, and waiting for it.</summary>
public abstract class ModelCommand : HostCommand
{
    private protected ModelCommand()
    {
    }

    /// <summary>The project.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string ProjectName { get; set; } = "";

    /// <summary>The version.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelVersionCompleter))]
    public string? ModelVersion { get; set; }

    /// <summary>Returns when the model has got there.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue / 1000)]
    public int TimeoutSeconds { get; set; } = 1800;

    /// <summary>Gives the model.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? Subject => ModelVersion is null ? ProjectName : $"{ProjectName}/{ModelVersion}";

    private protected override CommandError Describe(Exception exception) => exception is TimeoutException timeout
        ? CommandErrors.WaitTimedOut(ProjectName, Subject!, timeout)
        : base.Describe(exception);

    /// <summary>Waits where that is wanted, and gives the model where that is.</summary>
    private protected void Finish(ModelDescription model, ModelStatus wanted)
    {
        if (Wait)
        {
            var activity = $"Waiting for {ReferenceTo(model)} to be {wanted.ToWireName()}";
            var progress = new QueuedProgress<ModelDescription>(Queue, now => Shell.WriteProgress(new ProgressReport(activity, now.Status.ToWireName())));
            model = Await(stop => ModelWaiter.WaitAsync(
                Models, ReferenceTo(model), wanted, TimeSpan.FromSeconds(TimeoutSeconds), progress, stop));
            Shell.EndProgress();
        }

        if (PassThru)
        {
            Shell.WriteObject(model);
        }
    }

    private protected static ModelReference ReferenceTo(ModelDescription model) => new(model.ProjectName, model.ModelVersion);
}
