namespace LookoutVision.Engine.Numerics;

/// <summary>Single ranks of many numbers, without sorting them all.</summary>
internal static class Selection
{
    /// <summary>The value that would be at <paramref name="rank"/> if the values were sorted; they are left partly ordered (quickselect, Hoare 1961).</summary>
    public static float Rank(Span<float> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            // The middle of three: ordered and constant values, which are common here, then cost no more than others.
            var pivot = Middle(values[low], values[(low + high) / 2], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (rank <= j)
            {
                high = j;
            }
            else if (rank >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return values[rank];
    }

    /// <summary>The greatest values in ascending order; the rest is left partly ordered.</summary>
    public static Span<float> Top(Span<float> values, int count)
    {
        Rank(values, values.Length - count);
        var top = values[^count..];
        top.Sort();
        return top;
    }

    private static float Middle(float a, float b, float c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
