using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Hosting;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>A command that asks a host.</summary>
public abstract class HostCommand : LookoutVisionCommand
{
    // The endpoints that are paths.
    private static readonly string[] PathPrefixes = ["local:", "unix:"];

    private HostConnection? _connection;

    private protected HostCommand()
    {
    }

    /// <summary>Which host: absent for this machine's own, <c>local:PATH</c>, the <c>https://</c> address of a server, or <c>unix:PATH</c> for an Edge Agent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EndpointUrl { get; set; }

    internal Func<ConnectionSettings, HostConnection> Connect { get; set; } = Hosts.Connect;

    private protected IModelHost Models => _connection!.Models;

    /// <summary>For the pipeline's thread: a host without projects ends the command.</summary>
    private protected IProjectCatalog Catalog
    {
        get
        {
            if (_connection!.Projects is null)
            {
                Shell.ThrowTerminatingError(CommandErrors.CatalogMissing(_connection.Description));
            }

            return _connection.Projects;
        }
    }

    /// <summary>The hosted model that is meant, whatever was said of it.</summary>
    private protected ModelReference ResolveModel(string? projectName, string? modelVersion)
    {
        var lastStarted = SessionModel.Get(Shell.Session);
        return Await(stop => DefaultModel.ResolveAsync(Models, projectName, modelVersion, lastStarted, stop));
    }

    private protected override void Begin()
    {
        _connection = Connect(new ConnectionSettings { EndpointUrl = EndpointUrl is null ? null : InFull(EndpointUrl) });
        Shell.WriteVerbose(_connection.Description);
        if (_connection.Warning is not null)
        {
            Shell.WriteWarning(_connection.Warning);
        }
    }

    // A path is meant as the shell means it: from its present location, by its drives.
    private string InFull(string endpoint)
    {
        var prefix = PathPrefixes.FirstOrDefault(p => endpoint.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        var path = endpoint[(prefix?.Length ?? endpoint.Length)..];
        return path.Length == 0 || path.StartsWith("//", StringComparison.Ordinal)
            ? endpoint
            : prefix + ShellPath.Single(Shell, path, literal: true);
    }
}
