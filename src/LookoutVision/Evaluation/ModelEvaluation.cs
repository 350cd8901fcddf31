using LookoutVision.Batch;
using LookoutVision.Datasets;

namespace LookoutVision.Evaluation;

/// <summary>Measures a hosted model on labelled images.</summary>
public static class ModelEvaluation
{
    /// <summary>Judges every labelled image of the dataset and compares verdicts and masks with the labels.</summary>
    public static Task<ModelMeasurement> MeasureAsync(
        IModelHost host,
        ModelReference model,
        Dataset dataset,
        BatchOptions options,
        IProgress<int>? judged,
        CancellationToken cancellationToken) => throw new NotImplementedException();
}
