namespace LookoutVision.Service.Model;

/// <summary>A number.</summary>
internal sealed class FloatShape(string name) : Shape(name);
