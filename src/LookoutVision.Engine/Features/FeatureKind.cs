namespace LookoutVision.Engine.Features;

/// <summary>What the brightness of a patch is measured against before the filters see it.</summary>
internal enum FeatureKind
{
    /// <summary>Its own deviation: structure whatever its contrast. Finds what is missing, moved or misshapen.</summary>
    Patch,

    /// <summary>Mean and deviation of the wider region: keeps how much a patch stands out. Finds small spots on texture.</summary>
    Region,
}
