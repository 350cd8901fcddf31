using System.Text.Json.Nodes;
using LookoutVision.Remote.Service.Client;

namespace LookoutVision.Remote.Service;

/// <summary>Tags of a server's models. The server knows the model by a name that it tells itself.</summary>
internal sealed class ServiceModelTags(Lazy<AmazonLookoutforVisionClient> client, IModelHost models) : IModelTags
{
    public static JsonArray ListOf(IReadOnlyDictionary<string, string> tags) =>
        [.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })];

    public async Task<IReadOnlyDictionary<string, string>> ListTagsAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var answer = await SendAsync("ListTagsForResource", model, [], cancellationToken).ConfigureAwait(false);
        return Answer.List<Tag>(answer, "Tags").ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
    }

    public Task TagAsync(ModelReference model, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        SendAsync("TagResource", model, new() { ["Tags"] = ListOf(tags) }, cancellationToken);

    public Task UntagAsync(ModelReference model, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        SendAsync("UntagResource", model, new() { ["TagKeys"] = new JsonArray([.. keys]) }, cancellationToken);

    private async Task<JsonObject> SendAsync(string operation, ModelReference model, JsonObject input, CancellationToken cancellationToken)
    {
        var description = await models.DescribeModelAsync(model, cancellationToken).ConfigureAwait(false);
        input["ResourceArn"] = Answer.Require(description.ModelArn, "ModelArn");
        return await client.Value.CallAsync<JsonObject>(operation, input, cancellationToken).ConfigureAwait(false);
    }

    private sealed record Tag(string Key, string Value);
}
