using LookoutVision.Cli.Values;
using LookoutVision.Engine.Training.Advice;

namespace LookoutVision.Cli.Output;

/// <summary>What is at fault with images.</summary>
internal static class AdviceShape
{
    public static object?[] Of(IEnumerable<TrainingAdvice> advice) => [.. advice.Select(Of)];

    private static JsonMap Of(TrainingAdvice advice)
    {
        var shape = new JsonMap { ["Kind"] = advice.Kind.ToString(), ["Message"] = advice.Message };
        if (advice.Files.Count > 0)
        {
            shape["Files"] = advice.Files.ToArray<object?>();
        }

        return shape;
    }
}
