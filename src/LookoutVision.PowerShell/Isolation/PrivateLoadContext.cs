using System.Reflection;
using System.Runtime.Loader;

namespace LookoutVision.Isolation;

/// <summary>
/// Loads what lies in the folder <c>private</c> beside the module's own assemblies: the engine, the hosts of servers, and what they bring along.
/// Other modules of the session may have loaded other versions of the same libraries, or may do so later; neither sees the other's.
/// </summary>
internal sealed class PrivateLoadContext : AssemblyLoadContext
{
    // What the module's own assemblies refer to. Nothing else is given out: others' references are theirs to resolve.
    private static readonly string[] Entrances = ["LookoutVision.Engine", "LookoutVision.Remote"];
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(PrivateLoadContext).Assembly.Location)!, "private");
    private static readonly PrivateLoadContext Instance = new();

    private PrivateLoadContext()
        : base("LookoutVision")
    {
    }

    /// <summary>For <see cref="AssemblyLoadContext.Resolving"/> of the default context: what the module's assemblies do not find there.</summary>
    public static Assembly? Enter(AssemblyLoadContext context, AssemblyName name) =>
        Entrances.Contains(name.Name) ? Instance.LoadFromAssemblyName(name) : null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(Folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
