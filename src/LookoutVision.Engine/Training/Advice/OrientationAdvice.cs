namespace LookoutVision.Engine.Training.Advice;

/// <summary>Whether the camera was held one way. Tags of orientation are not applied, so a viewer hides what the model sees.</summary>
internal static class OrientationAdvice
{
    public static IEnumerable<TrainingAdvice> Of(CheckedImage[] images, FileNames names)
    {
        var ways = images.GroupBy(i => i.Summary.Orientation).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToArray();
        if (ways.Length < 2)
        {
            yield break;
        }

        var odd = ways.Skip(1).SelectMany(g => g).Select(i => i.Name).ToArray();
        yield return new(
            TrainingAdviceKind.MixedOrientations,
            $"The camera tagged images as held {ways.Length} ways: {ways[0].Count()} of {images.Length} have the Exif orientation {ways[0].Key}, but not {names.List(odd)}. "
            + "The tag is not applied: what a viewer shows alike is turned for the model. Hold the camera one way, or turn the pixels themselves.",
            odd);
    }
}
