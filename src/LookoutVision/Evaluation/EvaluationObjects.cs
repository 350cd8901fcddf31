namespace LookoutVision.Evaluation;

/// <summary>What the files of a model's evaluation are called where its maker asked for them, under the service's names.</summary>
internal static class EvaluationObjects
{
    public static S3Object ResultAt(S3Location location, ModelReference model) => At(location, "EvaluationResult", model);

    public static S3Object ManifestAt(S3Location location, ModelReference model) => At(location, "EvaluationManifest", model);

    private static S3Object At(S3Location location, string kind, ModelReference model) =>
        new(location.Bucket, $"{location.Prefix}{kind}-{model.ProjectName}-{model.ModelVersion}.json");
}
