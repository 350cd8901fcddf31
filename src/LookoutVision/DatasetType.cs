namespace LookoutVision;

/// <summary>What a dataset is for.</summary>
public enum DatasetType
{
    /// <summary>To learn from; where there is no test dataset, also to judge by.</summary>
    Train,

    /// <summary>To judge by.</summary>
    Test,
}
