using System.Management.Automation;
using System.Runtime.Loader;

namespace LookoutVision.Isolation;

/// <summary>What the shell runs when the module is imported.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private static int _isDone;

    /// <summary>Opens the way to the private assemblies; none is loaded yet. It stays open: assemblies outlive Remove-Module, too.</summary>
    public void OnImport()
    {
        if (Interlocked.Exchange(ref _isDone, 1) == 0)
        {
            AssemblyLoadContext.Default.Resolving += PrivateLoadContext.Enter;
        }
    }
}
