using LookoutVision.Service;

namespace LookoutVision.Hosting;

/// <summary>A host and what it offers.</summary>
/// <param name="Models">Hosts models and detects with them.</param>
/// <param name="Projects">Keeps projects and makes models; null where the host cannot.</param>
/// <param name="Description">Which host or store it is and where that choice came from, for a verbose stream.</param>
public sealed record HostConnection(IModelHost Models, IProjectCatalog? Projects, string Description)
{
    /// <summary>What the user ought to know before the host is asked; absent where there is nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>Judges images where they lie, by the million; null where the host cannot.</summary>
    public IBatchDetections? Batches { get; init; }

    /// <summary>What starting a model does there, for a confirmation.</summary>
    public string StartAction { get; init; } = "Start model";

    /// <summary>What stopping a model does there, for a confirmation.</summary>
    public string StopAction { get; init; } = "Stop model";

    /// <summary>What the user ought to know once a model is started; absent where there is nothing.</summary>
    public string? StartNotice { get; init; }

    /// <summary>Takes the service's operations as they are; null where the host has other words.</summary>
    internal IServiceApi? Api { get; init; }

    /// <summary>Keeps datasets as the service does; null where the host cannot.</summary>
    internal IDatasetCatalog? Datasets { get; init; }

    /// <summary>Trains in the background; null where nobody is there to do so, as in a command that ends with its answer.</summary>
    internal IModelTraining? Training { get; init; }

    /// <summary>Keeps the tags of models; null where the host cannot.</summary>
    internal IModelTags? Tags { get; init; }

    /// <summary>Hands models out; null where the host cannot.</summary>
    internal IModelPackaging? Packaging { get; init; }
}
