namespace LookoutVision.Service.Model;

/// <summary>A moment: a number of Unix seconds in JSON, ISO 8601 in a query.</summary>
internal sealed class TimestampShape(string name) : Shape(name);
