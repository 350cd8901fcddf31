namespace LookoutVision.Service.Model;

/// <summary>True or false.</summary>
internal sealed class BooleanShape(string name) : Shape(name);
