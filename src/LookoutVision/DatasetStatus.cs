namespace LookoutVision;

/// <summary>The service's states of a dataset.</summary>
public enum DatasetStatus
{
    /// <summary>It is being made.</summary>
    CreateInProgress,

    /// <summary>It was made and not changed since.</summary>
    CreateComplete,

    /// <summary>It could not be made; the status message says why.</summary>
    CreateFailed,

    /// <summary>It is being changed.</summary>
    UpdateInProgress,

    /// <summary>It was changed.</summary>
    UpdateComplete,

    /// <summary>A change failed and is being undone.</summary>
    UpdateFailedRollbackInProgress,

    /// <summary>A change failed; the dataset is as it was before.</summary>
    UpdateFailedRollbackComplete,

    /// <summary>It is being deleted.</summary>
    DeleteInProgress,

    /// <summary>It is deleted.</summary>
    DeleteComplete,

    /// <summary>It could not be deleted.</summary>
    DeleteFailed,
}
