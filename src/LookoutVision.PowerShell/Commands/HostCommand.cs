using LookoutVision.Errors;
using LookoutVision.Hosting;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>A command that asks a host.</summary>
public abstract class HostCommand : ConnectionCommand
{
    private HostConnection? _connection;

    private protected HostCommand()
    {
    }

    private protected HostConnection Connection => _connection!;

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
        _connection = Connect(ReadSettings());
        Shell.WriteVerbose(_connection.Description);
        if (_connection.Warning is not null)
        {
            Shell.WriteWarning(_connection.Warning);
        }
    }
}
