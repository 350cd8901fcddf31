namespace LookoutVision.Service.Model;

/// <summary>A member of a structure.</summary>
/// <param name="Name">Its name, in JSON too.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="IsRequired">Whether a request that has the structure must have it.</param>
internal sealed record ShapeMember(string Name, Shape Shape, bool IsRequired = false);
