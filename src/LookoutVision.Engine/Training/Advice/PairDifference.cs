namespace LookoutVision.Engine.Training.Advice;

/// <summary>How two images differ once the exposure of one is matched to the other's.</summary>
internal static class PairDifference
{
    /// <summary>The greatest difference of any of the 64x64 places, in grey levels of 255, after least-squares gain and offset.</summary>
    public static double Greatest(float[] first, float[] second)
    {
        double meanFirst = first.Average(), meanSecond = second.Average();
        double products = 0, squares = 0;
        for (var i = 0; i < first.Length; i++)
        {
            products += (first[i] - meanFirst) * (second[i] - meanSecond);
            squares += (first[i] - meanFirst) * (first[i] - meanFirst);
        }

        var gain = squares > 0 ? products / squares : 0;
        var greatest = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            greatest = Math.Max(greatest, Math.Abs(second[i] - meanSecond - (gain * (first[i] - meanFirst))));
        }

        return greatest;
    }
}
