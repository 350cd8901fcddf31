using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>Verdicts that agree to the last bit and masks that agree to the last pixel.</summary>
internal static class SameDetection
{
    public static void Assert(Detection expected, Detection actual)
    {
        Xunit.Assert.Equal(expected.AnomalyScore, actual.AnomalyScore);
        Xunit.Assert.Equal(expected.IsAnomalous, actual.IsAnomalous);
        Xunit.Assert.Equal(expected.Mask?.Classes, actual.Mask?.Classes);
    }
}
