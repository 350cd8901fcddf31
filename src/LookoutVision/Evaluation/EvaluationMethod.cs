namespace LookoutVision.Evaluation;

/// <summary>What images a model was judged by.</summary>
public enum EvaluationMethod
{
    /// <summary>The training images, each judged by a model that has not seen it.</summary>
    CrossValidation,

    /// <summary>A test dataset, which nothing was learned from.</summary>
    TestDataset,

    /// <summary>Labelled images that were given to a hosted model.</summary>
    LabeledImages,
}
