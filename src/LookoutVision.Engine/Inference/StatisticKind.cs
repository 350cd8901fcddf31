namespace LookoutVision.Engine.Inference;

/// <summary>What one of the numbers tells that a verdict is made of.</summary>
internal enum StatisticKind
{
    /// <summary>How far the image is from normal.</summary>
    Distance,

    /// <summary>How like made-up defects something in it is.</summary>
    MadeUp,

    /// <summary>How strange its lines are.</summary>
    Lines,

    /// <summary>How unusually it had to be stretched to lie over the reference.</summary>
    Stretch,

    /// <summary>How like the anomalous images that were shown it is as a whole.</summary>
    Whole,

    /// <summary>How like the defects that masks showed something in it is.</summary>
    Marks,
}
