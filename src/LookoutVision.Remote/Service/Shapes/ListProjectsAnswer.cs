namespace LookoutVision.Remote.Service.Shapes;

/// <summary>A page of ListProjects.</summary>
internal sealed record ListProjectsAnswer(IReadOnlyList<ListProjectsAnswer.Project>? Projects, string? NextToken)
{
    /// <summary>One project.</summary>
    internal sealed record Project(string ProjectName);
}
