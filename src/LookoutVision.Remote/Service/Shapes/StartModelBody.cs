namespace LookoutVision.Remote.Service.Shapes;

/// <summary>What StartModel is told.</summary>
internal sealed record StartModelBody(int MinInferenceUnits, int? MaxInferenceUnits);
