namespace LookoutVision.Engine.Training.Advice;

/// <summary>What is at fault with images to train on.</summary>
public enum TrainingAdviceKind
{
    /// <summary>Images or masks that cannot be read.</summary>
    UnreadableImages,

    /// <summary>Fewer images of a kind than the service asks for.</summary>
    TooFewImages,

    /// <summary>Many more images of one kind than of the other.</summary>
    ClassImbalance,

    /// <summary>Images of several sizes.</summary>
    MixedSizes,

    /// <summary>Images that the camera tagged as turned, among others that it did not.</summary>
    MixedOrientations,

    /// <summary>Images whose pixels are all the same.</summary>
    DuplicateImages,

    /// <summary>Images that are two shots of one part in one place.</summary>
    NearDuplicateImages,

    /// <summary>Images to judge by that are also learned from.</summary>
    TestImagesInTraining,

    /// <summary>A normal and an anomalous image that are the same, or nearly.</summary>
    ConflictingLabels,

    /// <summary>Images whose verdict strongly contradicts their label.</summary>
    LikelyWrongLabels,

    /// <summary>Light that changes with the label or over time.</summary>
    ExposureDrift,

    /// <summary>Single images much lighter or darker than the others.</summary>
    ExposureOutliers,

    /// <summary>Single images much less sharp than the others.</summary>
    BlurredImages,

    /// <summary>Masks that mark nothing, nearly everything, or a normal image; anomalous images without one.</summary>
    MaskFaults,

    /// <summary>Named groups that cannot be kept together.</summary>
    LargeGroups,
}
