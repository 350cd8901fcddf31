using System.Text.Json.Nodes;
using LookoutVision.Engine.Training.Advice;

namespace LookoutVision.Cli.Output;

/// <summary>What is at fault with images.</summary>
internal static class AdviceShape
{
    public static JsonArray Of(IEnumerable<TrainingAdvice> advice) => new([.. advice.Select(Of)]);

    private static JsonObject Of(TrainingAdvice advice)
    {
        var shape = new JsonObject { ["Kind"] = advice.Kind.ToString(), ["Message"] = advice.Message };
        if (advice.Files.Count > 0)
        {
            shape["Files"] = new JsonArray([.. advice.Files.Select(f => JsonValue.Create(f))]);
        }

        return shape;
    }
}
