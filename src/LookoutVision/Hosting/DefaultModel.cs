namespace LookoutVision.Hosting;

/// <summary>Finds the model that is meant where little or nothing is said.</summary>
public static class DefaultModel
{
    private const int MostListed = 10;

    /// <summary>
    /// The named model; else the one started last, where it is still hosted; else the only hosted one (of the project, where that is named).
    /// </summary>
    /// <param name="host">The host to look on.</param>
    /// <param name="projectName">The project, or null.</param>
    /// <param name="modelVersion">The version, or null; it needs a project.</param>
    /// <param name="lastStarted">The model that was started last, or null.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ValidationException">A version without a project; or several models are hosted, and the message lists them.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such model.</exception>
    /// <exception cref="ConflictException">The named model is not hosted, or none is.</exception>
    public static async Task<ModelReference> ResolveAsync(
        IModelHost host, string? projectName, string? modelVersion, ModelReference? lastStarted, CancellationToken cancellationToken)
    {
        if (modelVersion is not null)
        {
            return projectName is not null
                ? await RequireHostedAsync(host, new(projectName, modelVersion), cancellationToken).ConfigureAwait(false)
                : throw new ValidationException($"The model version '{modelVersion}' is given without a project.")
                {
                    RecommendedAction = "Name the project too.",
                };
        }

        if (lastStarted is not null
            && (projectName is null || projectName == lastStarted.ProjectName)
            && await IsHostedAsync(host, lastStarted, cancellationToken).ConfigureAwait(false))
        {
            return lastStarted;
        }

        var hosted = new List<ModelReference>();
        try
        {
            await foreach (var model in host.ListModelsAsync(projectName, cancellationToken).ConfigureAwait(false))
            {
                if (model.Status == ModelStatus.Hosted)
                {
                    hosted.Add(new(model.ProjectName, model.ModelVersion));
                }
            }
        }
        catch (AccessDeniedException) when (projectName is not null)
        {
            // An account may be allowed to detect and not to list.
            return new(projectName, ModelReference.Latest);
        }
        catch (LookoutVisionException) when (hosted.Count > 0)
        {
            // What cannot be read is no model that could be meant.
        }

        return hosted.Count == 1 ? hosted[0] : throw NotOne(hosted, projectName);
    }

    private static async Task<ModelReference> RequireHostedAsync(IModelHost host, ModelReference model, CancellationToken cancellationToken)
    {
        ModelDescription description;
        try
        {
            description = await host.DescribeModelAsync(model, cancellationToken).ConfigureAwait(false);
        }
        catch (AccessDeniedException)
        {
            // An account may be allowed to detect and not to describe.
            return model;
        }

        return description.Status == ModelStatus.Hosted
            ? new(description.ProjectName, description.ModelVersion)
            : throw NotHosted($"The model {description} is not hosted.", model.ToString());
    }

    private static async Task<bool> IsHostedAsync(IModelHost host, ModelReference model, CancellationToken cancellationToken)
    {
        try
        {
            var description = await host.DescribeModelAsync(model, cancellationToken).ConfigureAwait(false);
            return description.Status == ModelStatus.Hosted;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    private static LookoutVisionException NotOne(List<ModelReference> hosted, string? projectName)
    {
        var place = projectName is null ? "" : $" of project '{projectName}'";
        if (hosted.Count == 0)
        {
            return NotHosted($"No model{place} is hosted.", projectName);
        }

        var more = hosted.Count > MostListed ? ", ..." : "";
        return new ValidationException(
            $"{hosted.Count} models{place} are hosted, so one must be named: {string.Join(", ", hosted.Take(MostListed))}{more}.")
        {
            RecommendedAction = "Name the project and the model version.",
        };
    }

    private static ConflictException NotHosted(string message, string? resourceId) => new(message)
    {
        ResourceId = resourceId,
        ResourceType = "MODEL",
        RecommendedAction = "Start the model first (Start-LVModel, or lookoutvision start-model).",
    };
}
