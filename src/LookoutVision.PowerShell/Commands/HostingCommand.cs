using System.Management.Automation;

namespace LookoutVision.Commands;

/// <summary>What starting and stopping share: whether to wait, and whether to give the model.</summary>
public abstract class HostingCommand : ModelCommand
{
    private protected HostingCommand()
    {
    }

    /// <summary>Returns when the model has got there.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Gives the model.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Waits where that is wanted, and gives the model where that is.</summary>
    private protected void Finish(ModelDescription model, ModelStatus wanted)
    {
        if (Wait)
        {
            model = WaitFor(model, wanted);
        }

        if (PassThru)
        {
            Shell.WriteObject(model);
        }
    }
}
