namespace LookoutVision.Remote.Service.Shapes;

/// <summary>A page of ListModels.</summary>
internal sealed record ListModelsAnswer(IReadOnlyList<ModelShape>? Models, string? NextToken);
