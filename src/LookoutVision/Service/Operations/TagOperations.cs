using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LookoutVision.Service.Operations;

/// <summary>The operations on the tags of models.</summary>
internal static partial class TagOperations
{
    public static async Task<JsonObject> ListAsync(ServiceRequest request)
    {
        var tags = await request.Tags.ListTagsAsync(ModelOf(request), request.CancellationToken).ConfigureAwait(false);
        var listed = tags.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new JsonObject { ["Key"] = t.Key, ["Value"] = t.Value });
        return new() { ["Tags"] = new JsonArray([.. listed]) };
    }

    public static async Task<JsonObject> TagAsync(ServiceRequest request)
    {
        await request.Tags.TagAsync(ModelOf(request), request.TagsOf("Tags"), request.CancellationToken).ConfigureAwait(false);
        return [];
    }

    public static async Task<JsonObject> UntagAsync(ServiceRequest request)
    {
        var keys = request.Input["TagKeys"]!.AsArray().Select(k => (string)k!).ToList();
        await request.Tags.UntagAsync(ModelOf(request), keys, request.CancellationToken).ConfigureAwait(false);
        return [];
    }

    /// <summary>The model that an ARN names. Its region and account say nothing here: old scripts put them together themselves.</summary>
    private static ModelReference ModelOf(ServiceRequest request)
    {
        var arn = request.Required("ResourceArn");
        var match = ModelArn().Match(arn);
        return match.Success
            ? new(match.Groups["project"].Value, match.Groups["version"].Value)
            : throw new ValidationException($"'{arn}' is not the ARN of a model.")
            {
                ResourceId = arn,
                ResourceType = "MODEL",
                RecommendedAction = "Give the ModelArn that DescribeModel tells: only models have tags.",
            };
    }

    [GeneratedRegex(@"\Aarn:[^:]*:lookoutvision:[^:]*:[^:]*:model/(?<project>[a-zA-Z0-9][a-zA-Z0-9_\-]{0,254})/(?<version>[1-9][0-9]{0,8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex ModelArn();
}
