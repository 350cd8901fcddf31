namespace LookoutVision.Cli.Server.Page;

/// <summary>A model that can be asked.</summary>
internal sealed record RunningModel(string ProjectName, string ModelVersion, int InferenceUnits, int Working, int Waiting);
