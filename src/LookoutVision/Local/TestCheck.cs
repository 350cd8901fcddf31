using System.Runtime.ExceptionServices;
using LookoutVision.Datasets;

namespace LookoutVision.Local;

/// <summary>Looks at the test images before the learning begins: their faults would else show only when it is done.</summary>
internal static class TestCheck
{
    private const int MostNamed = 5;

    /// <exception cref="ValidationException">An image or mask cannot be read, or images are not of the training images' size.</exception>
    public static void Require(TrainingInput input, bool resize, CancellationToken cancellationToken)
    {
        if (input.Test.Count == 0 || input.Train.Count == 0)
        {
            return;
        }

        var first = input.Train[0].LoadImage();
        var sizes = new (int Width, int Height)[input.Test.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, sizes.Length, options, i =>
            {
                var image = input.Test[i].LoadImage();
                input.Test[i].LoadMask?.Invoke();
                sizes[i] = (image.Width, image.Height);
            });
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is LookoutVisionException fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        var odd = Enumerable.Range(0, sizes.Length).Where(i => sizes[i] != (first.Width, first.Height)).ToList();
        if (odd.Count > 0 && !resize)
        {
            throw OtherSizes(input, sizes, odd, (first.Width, first.Height));
        }
    }

    private static ValidationException OtherSizes(
        TrainingInput input, (int Width, int Height)[] sizes, List<int> odd, (int Width, int Height) wanted)
    {
        var named = odd.Take(MostNamed).Select(i => $"'{input.Test[i].Name}' ({sizes[i].Width}x{sizes[i].Height})");
        var more = odd.Count > MostNamed ? $" and {odd.Count - MostNamed} more" : "";
        return new(
            $"The training images are {wanted.Width}x{wanted.Height} pixels, but not so the test images {string.Join(", ", named)}{more}.")
        {
            ResourceId = input.Test[odd[0]].Name,
            ResourceType = "DATASET",
            RecommendedAction = "Use images of one size for both, leave these out, or have them resized (-Resize, --resize).",
        };
    }
}
