using LookoutVision.Evaluation;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>Puts a model's evaluation where its maker asked for it.</summary>
internal static class EvaluationDelivery
{
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

        Copy(store, Path.Combine(folder, LocalModel.EvaluationName), EvaluationObjects.ResultAt(location, model));
        Copy(store, Path.Combine(folder, LocalModel.EvaluationManifestName), EvaluationObjects.ManifestAt(location, model));
    }

    private static void Copy(LocalStore store, string file, S3Object target) => store.RequireBuckets().Write(target, stream =>
    {
        using var source = AtomicFile.OpenRead(file) ?? throw FileErrors.Damaged(file, "is missing");
        source.CopyTo(stream);
    });
}
