namespace LookoutVision.Hosting;

/// <summary>What a batch detection is to do.</summary>
/// <param name="Model">The model to judge with; it need not be hosted.</param>
/// <param name="InputUri">The folder of the images, <c>s3://BUCKET/PREFIX</c>; folders below it, too.</param>
/// <param name="OutputUri">The folder for the results, <c>s3://BUCKET/PREFIX</c>; each run gets one of its own in it.</param>
public sealed record BatchDetectionRequest(ModelReference Model, string InputUri, string OutputUri)
{
    /// <summary>What to call the run: at most 57 letters, digits and inner hyphens; absent: after the model and the time.</summary>
    public string? Name { get; init; }

    /// <summary>What to run on.</summary>
    public string InstanceType { get; init; } = "ml.c5.2xlarge";

    /// <summary>How many of these share the images.</summary>
    public int InstanceCount { get; init; } = 1;
}
