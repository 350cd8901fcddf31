namespace LookoutVision.Local;

/// <summary>The tags of models in a local store.</summary>
internal sealed class LocalModelTags(LocalStore store) : IModelTags
{
    private const int MaxTags = 200;

    public Task<IReadOnlyDictionary<string, string>> ListTagsAsync(ModelReference model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyDictionary<string, string>>(
            store.Open(model.ProjectName).OpenModel(model.ModelVersion).ReadTags());
    }

    public Task TagAsync(ModelReference model, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        ChangeAsync(
            model,
            present =>
            {
                foreach (var (key, value) in tags)
                {
                    present[key] = value;
                }
            },
            cancellationToken);

    public Task UntagAsync(ModelReference model, IReadOnlyList<string> keys, CancellationToken cancellationToken) => ChangeAsync(
        model,
        present =>
        {
            foreach (var key in keys)
            {
                present.Remove(key);
            }
        },
        cancellationToken);

    private async Task ChangeAsync(ModelReference model, Action<Dictionary<string, string>> change, CancellationToken cancellationToken)
    {
        var project = store.At(model.ProjectName);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        var found = project.OpenModel(model.ModelVersion);
        var tags = found.ReadTags();
        change(tags);
        if (tags.Count > MaxTags)
        {
            throw new ServiceQuotaExceededException($"The model {model} would have {tags.Count} tags.")
            {
                ResourceId = model.ToString(),
                ResourceType = "MODEL",
                RecommendedAction = $"Use at most {MaxTags}; take others away first.",
            };
        }

        found.WriteTags(tags);
    }
}
