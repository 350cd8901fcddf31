namespace LookoutVision.Cli.Server.Metrics;

/// <summary>A hosted model and what it has to do.</summary>
/// <param name="Model">The model.</param>
/// <param name="Units">The units that it was started with.</param>
/// <param name="InService">How many images it works on at once, here.</param>
/// <param name="Working">How many it works on now.</param>
/// <param name="Waiting">How many wait for it.</param>
internal sealed record HostedLoad(ModelReference Model, InferenceUnits Units, int InService, int Working, int Waiting);
