namespace LookoutVision;

/// <summary>Names with values that models carry, for whoever keeps the books.</summary>
internal interface IModelTags
{
    /// <exception cref="ResourceNotFoundException">There is no such model.</exception>
    Task<IReadOnlyDictionary<string, string>> ListTagsAsync(ModelReference model, CancellationToken cancellationToken);

    /// <summary>Adds tags; one whose key is there already gets the new value.</summary>
    /// <exception cref="ServiceQuotaExceededException">The model would have more tags than it can.</exception>
    Task TagAsync(ModelReference model, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Takes tags away; keys that are not there are passed over.</summary>
    Task UntagAsync(ModelReference model, IReadOnlyList<string> keys, CancellationToken cancellationToken);
}
