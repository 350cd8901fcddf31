using System.Text.Json.Nodes;

namespace LookoutVision.Service.Operations;

/// <summary>The operations on projects.</summary>
internal static class ProjectOperations
{
    public static async Task<JsonObject> CreateAsync(ServiceRequest request)
    {
        var project = await request.Projects.CreateProjectAsync(request.ProjectName, request.CancellationToken).ConfigureAwait(false);
        return new() { ["ProjectMetadata"] = ProjectShapes.Metadata(project) };
    }

    public static async Task<JsonObject> DescribeAsync(ServiceRequest request)
    {
        var project = await request.Projects.DescribeProjectAsync(request.ProjectName, request.CancellationToken).ConfigureAwait(false);
        return new() { ["ProjectDescription"] = ProjectShapes.Description(project) };
    }

    public static Task<JsonObject> ListAsync(ServiceRequest request) => Page.ReadAsync(
        request,
        request.Projects.ListProjectsAsync(request.CancellationToken),
        p => p.ProjectName,
        (p, last) => string.CompareOrdinal(p.ProjectName, last) > 0,
        ProjectShapes.Metadata);

    public static async Task<JsonObject> DeleteAsync(ServiceRequest request)
    {
        var project = await request.Projects.DescribeProjectAsync(request.ProjectName, request.CancellationToken).ConfigureAwait(false);
        await request.Projects.DeleteProjectAsync(request.ProjectName, request.CancellationToken).ConfigureAwait(false);
        return new JsonObject().With("ProjectArn", project.ProjectArn);
    }
}
