using System.Runtime.CompilerServices;
using LookoutVision.Remote.SageMaker.Shapes;

namespace LookoutVision.Remote.SageMaker;

/// <summary>
/// The kept configurations that endpoints are made from: what is left of a hosted model while it is stopped. They play the part
/// of a project's versions. An endpoint's own is the one of its name, as the SageMaker SDK makes it, else the newest whose name
/// begins with its name.
/// </summary>
internal sealed class EndpointConfigs(SageMakerClient control)
{
    /// <summary>The version that hosts of one version have, and that scripts of the service name most often.</summary>
    private const string FirstVersion = "1";

    /// <summary>Whether no configuration is named: the one that the endpoint has is meant.</summary>
    public static bool IsUnnamed(ModelReference model) => model.ModelVersion is FirstVersion or ModelReference.Latest;

    /// <summary>The named configuration, or the endpoint's own.</summary>
    /// <exception cref="ResourceNotFoundException">There is none.</exception>
    public async Task<EndpointConfigShape> FindAsync(ModelReference model, CancellationToken cancellationToken)
    {
        if (!IsUnnamed(model))
        {
            return await DescribeAsync(model.ModelVersion, cancellationToken).ConfigureAwait(false)
                ?? throw Absent(model, $"no endpoint configuration '{model.ModelVersion}'", "Leave the version out, or give one that Get-LVModel lists.");
        }

        if (await DescribeAsync(model.ProjectName, cancellationToken).ConfigureAwait(false) is { } namesake)
        {
            return namesake;
        }

        await foreach (var summary in ListAsync(model.ProjectName, cancellationToken).ConfigureAwait(false))
        {
            return await DescribeAsync(summary.EndpointConfigName!, cancellationToken).ConfigureAwait(false) ?? summary;
        }

        throw Absent(
            model,
            "no endpoint, and no endpoint configuration to make one from: none is named like it, nor begins with its name",
            $"Name a configuration as the version, or make one: aws sagemaker create-endpoint-config --endpoint-config-name {model.ProjectName} "
                + "--production-variants VariantName=AllTraffic,ModelName=MODEL,InitialInstanceCount=1,InstanceType=ml.c5.2xlarge");
    }

    /// <summary>The configurations whose name begins with the endpoint's, the newest first; without what they are made of.</summary>
    public async IAsyncEnumerable<EndpointConfigShape> ListAsync(
        string endpoint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = control.ListAsync<EndpointConfigPage, EndpointConfigShape>(
            "ListEndpointConfigs",
            token => new { NameContains = endpoint, SortBy = "CreationTime", SortOrder = "Descending", NextToken = token },
            page => (page.EndpointConfigs, page.NextToken),
            cancellationToken);
        await foreach (var config in all.ConfigureAwait(false))
        {
            if (config.EndpointConfigName?.StartsWith(endpoint, StringComparison.Ordinal) == true)
            {
                yield return config;
            }
        }
    }

    private Task<EndpointConfigShape?> DescribeAsync(string name, CancellationToken cancellationToken) =>
        control.FindAsync<EndpointConfigShape>("DescribeEndpointConfig", new { EndpointConfigName = name }, cancellationToken);

    private static ResourceNotFoundException Absent(ModelReference model, string what, string action) =>
        new($"For '{model.ProjectName}' there is {what}.")
        {
            ResourceId = model.ToString(),
            ResourceType = "MODEL",
            RecommendedAction = action,
        };
}
