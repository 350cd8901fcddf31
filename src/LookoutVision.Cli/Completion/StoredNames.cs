using LookoutVision.Hosting;

namespace LookoutVision.Cli.Completion;

/// <summary>Names that the store of this machine has, for shells to offer.</summary>
internal static class StoredNames
{
    public static IEnumerable<string> Projects()
    {
        try
        {
            return [.. HostConnector.Connect(null).Projects!.ListProjectsAsync(CancellationToken.None).ToBlockingEnumerable().Select(p => p.ProjectName)];
        }
        catch (LookoutVisionException)
        {
            // Nobody waits for an error while typing.
            return [];
        }
    }
}
