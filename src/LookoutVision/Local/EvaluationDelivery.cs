using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>Puts a model's evaluation where its maker asked for it, under the service's names.</summary>
internal static class EvaluationDelivery
{
    public static S3Object ResultAt(S3Location location, ModelReference model) => At(location, "EvaluationResult", model);

    public static S3Object ManifestAt(S3Location location, ModelReference model) => At(location, "EvaluationManifest", model);

    /// <exception cref="ValidationException">No folder stands for Amazon S3, or it has no such bucket.</exception>
    public static void Require(LocalStore store, S3Location? location)
    {
        if (location is not null)
        {
            store.RequireBuckets().RequireBucket(location.Bucket);
        }
    }

    /// <summary>Copies the evaluation's files, before anybody is told that the model is trained.</summary>
    /// <param name="store">The store and its buckets.</param>
    /// <param name="model">The model.</param>
    /// <param name="folder">Where the files are.</param>
    /// <param name="location">Where they go; null: nowhere.</param>
    public static void Deliver(LocalStore store, ModelReference model, string folder, S3Location? location)
    {
        if (location is null)
        {
            return;
        }

        Copy(store, Path.Combine(folder, LocalModel.EvaluationName), ResultAt(location, model));
        Copy(store, Path.Combine(folder, LocalModel.EvaluationManifestName), ManifestAt(location, model));
    }

    private static void Copy(LocalStore store, string file, S3Object target) => store.RequireBuckets().Write(target, stream =>
    {
        using var source = AtomicFile.OpenRead(file) ?? throw FileErrors.Damaged(file, "is missing");
        source.CopyTo(stream);
    });

    private static S3Object At(S3Location location, string kind, ModelReference model) =>
        new(location.Bucket, $"{location.Prefix}{kind}-{model.ProjectName}-{model.ModelVersion}.json");
}
