using System.Reflection;
using System.Runtime.ExceptionServices;
using LookoutVision.Commands;
using LookoutVision.Hosting;

namespace LookoutVision.PowerShell.Tests.Seam;

/// <summary>Leads one cmdlet through its life as the shell would.</summary>
internal sealed class CommandRun<TCommand> : IDisposable
    where TCommand : LookoutVisionCommand, new()
{
    public CommandRun(FakeShell shell, FakeHost host)
    {
        Shell = shell;
        Command = new TCommand { Shell = shell };
        if (Command is HostCommand command)
        {
            command.Connect = _ => new HostConnection(host, host, "A host of the tests.");
        }
    }

    public FakeShell Shell { get; }

    public TCommand Command { get; }

    public void Begin() => Call("BeginProcessing");

    /// <summary>One object of the pipeline.</summary>
    public void Process(Action<TCommand>? bind = null)
    {
        bind?.Invoke(Command);
        Call("ProcessRecord");
    }

    public void End() => Call("EndProcessing");

    /// <summary>Ctrl+C.</summary>
    public void Stop() => Call("StopProcessing");

    /// <summary>The whole life with one object of the pipeline.</summary>
    public FakeShell Run(Action<TCommand>? bind = null)
    {
        bind?.Invoke(Command);
        Begin();
        Process();
        End();
        Dispose();
        return Shell;
    }

    public void Dispose() => Command.Dispose();

    private void Call(string step)
    {
        try
        {
            typeof(TCommand).GetMethod(step, BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(Command, null);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
        }
    }
}
