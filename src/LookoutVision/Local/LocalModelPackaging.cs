using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>Writes the model files of a local store into buckets. They run on every machine, so that a job's target is only kept.</summary>
internal sealed class LocalModelPackaging(LocalStore store) : IModelPackaging
{
    private const string Succeeded = "SUCCEEDED";

    public async Task<ModelPackagingJob> StartPackagingAsync(ModelPackagingRequest request, CancellationToken cancellationToken)
    {
        var greengrass = RequireTarget(request.Configuration);
        var project = store.At(request.Model.ProjectName);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        var model = project.OpenModel(request.Model.ModelVersion);
        model.RequireTrained();
        var jobName = request.JobName ?? Guid.NewGuid().ToString();
        var path = project.PackagingJobPath(jobName);
        if (File.Exists(path))
        {
            throw Taken(project.Name, jobName);
        }

        var started = DateTimeOffset.UtcNow;
        var version = (string?)greengrass["ComponentVersion"]
            ?? string.Create(CultureInfo.InvariantCulture, $"{model.Version}.0.0");
        var product = ProductOf(greengrass, version);
        store.RequireBuckets().Write(product, stream =>
        {
            using var file = AtomicFile.OpenRead(model.FilePath) ?? throw FileErrors.Damaged(model.FilePath, "is missing");
            file.CopyTo(stream);
        });
        var job = new ModelPackagingJob
        {
            JobName = jobName,
            ProjectName = project.Name,
            ModelVersion = model.Reference.ModelVersion,
            Configuration = request.Configuration,
            Description = request.Description,
            Status = Succeeded,
            StatusMessage = $"The model file is {product}.",
            CreationTimestamp = started,
            LastUpdatedTimestamp = DateTimeOffset.UtcNow,
            ComponentVersion = version,
        };
        AtomicFile.ReplaceJson(path, project.NewScratchPath(), job, StoreJson.Default.ModelPackagingJob);
        return job;
    }

    public Task<ModelPackagingJob> DescribePackagingAsync(string projectName, string jobName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var project = store.Open(projectName);
        return Task.FromResult(Read(project.PackagingJobPath(jobName))
            ?? throw new ResourceNotFoundException($"Project '{projectName}' has no model packaging job '{jobName}'.")
            {
                ResourceId = $"{projectName}/{jobName}",
                ResourceType = "MODEL_PACKAGE_JOB",
                RecommendedAction = "Look at the jobs there are.",
            });
    }

    public async IAsyncEnumerable<ModelPackagingJob> ListPackagingAsync(
        string projectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var jobs = store.Open(projectName).PackagingJobPaths().Select(Read).OfType<ModelPackagingJob>()
            .OrderByDescending(j => j.CreationTimestamp).ThenBy(j => j.JobName, StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return job;
        }
    }

    private static ModelPackagingJob? Read(string path) => AtomicFile.ReadJson(path, StoreJson.Default.ModelPackagingJob);

    private static S3Object ProductOf(JsonObject greengrass, string version)
    {
        var location = greengrass["S3OutputLocation"]!;
        return new((string)location["Bucket"]!, $"{(string?)location["Prefix"]}{(string)greengrass["ComponentName"]!}-{version}.lvm");
    }

    /// <summary>The part of the configuration that there is only one of, with exactly one target.</summary>
    private static JsonObject RequireTarget(JsonObject configuration)
    {
        var greengrass = configuration["Greengrass"]!.AsObject();
        var isDevice = greengrass["TargetDevice"] is not null;
        if (isDevice == greengrass["TargetPlatform"] is not null)
        {
            throw new ValidationException("The configuration names neither a target device nor a target platform, or both.")
            {
                RecommendedAction = "Give either TargetDevice or TargetPlatform.",
            };
        }

        if (isDevice && greengrass["CompilerOptions"] is not null)
        {
            throw new ValidationException("The configuration has compiler options for a target device.")
            {
                RecommendedAction = "Leave CompilerOptions out, or give TargetPlatform in place of TargetDevice.",
            };
        }

        return greengrass;
    }

    private static ConflictException Taken(string projectName, string jobName) =>
        new($"Project '{projectName}' has a model packaging job '{jobName}' already.")
        {
            ResourceId = $"{projectName}/{jobName}",
            ResourceType = "MODEL_PACKAGE_JOB",
            RecommendedAction = "Choose another name, or leave it out.",
        };
}
