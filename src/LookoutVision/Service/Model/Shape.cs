namespace LookoutVision.Service.Model;

/// <summary>A type of the service's API. Its limits are what the service holds every value to.</summary>
/// <param name="name">The service's name of it, such as <c>ProjectName</c>.</param>
internal abstract class Shape(string name)
{
    public string Name { get; } = name;

    public override string ToString() => Name;
}
