using System.Diagnostics;
using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Hosting;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>What starting, stopping and waiting share: which model, and waiting for it.</summary>
public abstract class ModelCommand : HostCommand
{
    private protected ModelCommand()
    {
    }

    /// <summary>The project.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string ProjectName { get; set; } = "";

    /// <summary>The version.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelVersionCompleter))]
    public string? ModelVersion { get; set; }

    /// <summary>How long to wait.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue / 1000)]
    public int TimeoutSeconds { get; set; } = 1800;

    private protected override object? Subject => ModelVersion is null ? ProjectName : $"{ProjectName}/{ModelVersion}";

    private protected override CommandError Describe(Exception exception) => exception is TimeoutException timeout
        ? CommandErrors.WaitTimedOut(ProjectName, Subject!, timeout)
        : base.Describe(exception);

    /// <summary>Waits until the model is in that state.</summary>
    private protected ModelDescription WaitFor(ModelDescription model, ModelStatus wanted)
    {
        var timeout = TimeSpan.FromSeconds(TimeoutSeconds);
        var clock = Stopwatch.StartNew();
        var progress = new QueuedProgress<ModelDescription>(Queue, now => Shell.WriteProgress(
            new ProgressReport($"Waiting for {ReferenceTo(model)} to be {wanted.ToWireName()}", $"{now.Status.ToWireName()}, {clock.Elapsed:h\\:mm\\:ss}")
            {
                SecondsRemaining = (int)Math.Max(0, (timeout - clock.Elapsed).TotalSeconds),
            }));
        var reached = Await(stop => ModelWaiter.WaitAsync(Models, ReferenceTo(model), wanted, timeout, progress, stop));
        Shell.EndProgress();
        return reached;
    }

    private protected static ModelReference ReferenceTo(ModelDescription model) => new(model.ProjectName, model.ModelVersion);
}
