namespace LookoutVision;

/// <summary>The service's states of a model, for people; on the wire they are written as in <see cref="ModelStatusExtensions.ToWireName"/>.</summary>
public enum ModelStatus
{
    /// <summary>The model is being trained.</summary>
    Training,

    /// <summary>Trained and not hosted: it can be started or deleted.</summary>
    Trained,

    /// <summary>The training failed; the status message says why.</summary>
    TrainingFailed,

    /// <summary>A start was accepted and is not finished.</summary>
    StartingHosting,

    /// <summary>Started: it answers detection requests.</summary>
    Hosted,

    /// <summary>The start failed; the status message says why.</summary>
    HostingFailed,

    /// <summary>A stop was accepted and is not finished.</summary>
    StoppingHosting,

    /// <summary>The service is updating the model.</summary>
    SystemUpdating,

    /// <summary>The model is being deleted.</summary>
    Deleting,
}
