using System.Globalization;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Output;

/// <summary>A batch detection as it is written; what is not known is left out.</summary>
internal static class BatchDetectionShape
{
    public static JsonMap Of(BatchDetection run)
    {
        var shape = new JsonMap { ["Name"] = run.Name, ["Status"] = $"{run.Status}" };
        Add(shape, "StatusMessage", run.StatusMessage);
        Add(shape, "ModelName", run.ModelName);
        Add(shape, "ContentType", run.ContentType);
        Add(shape, "InputUri", run.InputUri);
        Add(shape, "OutputUri", run.OutputUri);
        Add(shape, "InstanceType", run.InstanceType);
        Add(shape, "InstanceCount", (long?)run.InstanceCount);
        Add(shape, "CreationTimestamp", TextOf(run.CreationTimestamp));
        Add(shape, "EndTimestamp", run.EndTimestamp is { } end ? TextOf(end) : null);
        return shape;
    }

    private static string TextOf(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private static void Add(JsonMap shape, string name, object? value)
    {
        if (value is not null)
        {
            shape[name] = value;
        }
    }
}
