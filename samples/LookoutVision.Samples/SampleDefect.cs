namespace LookoutVision.Samples;

/// <summary>What is wrong with a sample part.</summary>
public enum SampleDefect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A thin line that something hard has drawn across the face.</summary>
    Scratch,

    /// <summary>A patch of oil.</summary>
    Stain,

    /// <summary>A piece broken off the rim.</summary>
    Chip,
}
