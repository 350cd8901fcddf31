namespace LookoutVision.Remote.Service.Shapes;

/// <summary>What DescribeModel answers.</summary>
internal sealed record DescribeModelAnswer(ModelShape? ModelDescription);
