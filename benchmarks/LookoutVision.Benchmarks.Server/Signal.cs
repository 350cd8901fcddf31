using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LookoutVision.Benchmarks.Server;

/// <summary>Asks a process to end, which .NET has no way to.</summary>
internal static class Signal
{
    private const int Term = 15;

    public static void Terminate(Process process)
    {
        if (kill(process.Id, Term) != 0)
        {
            throw new InvalidOperationException("The process is gone already.");
        }
    }

    [DllImport("libc")]
#pragma warning disable SYSLIB1054 // One call of two integers needs no generated code.
    private static extern int kill(int process, int signal);
#pragma warning restore SYSLIB1054
}
