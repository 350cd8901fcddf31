using LookoutVision.Hosting;

namespace LookoutVision.Cli.Completion;

/// <summary>Names that the store of this machine has, for shells to offer.</summary>
internal static class StoredNames
{
    public static IEnumerable<string> Projects()
    {
        var names = new List<string>();
        try
        {
            foreach (var project in HostConnector.Connect(null).Projects!.ListProjectsAsync(CancellationToken.None).ToBlockingEnumerable())
            {
                names.Add(project.ProjectName);
            }
        }
        catch (LookoutVisionException)
        {
            // Nobody waits for an error while typing.
        }

        return names;
    }
}
