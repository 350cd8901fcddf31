namespace LookoutVision.Testing;

/// <summary>A test over a folder of <c>../shared/data</c>; it says that it is skipped where the folder is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string folder)
    {
        if (!Directory.Exists(SharedData.PathOf(folder)))
        {
            Skip = $"The sample images are not here: {SharedData.PathOf(folder)}";
        }
    }
}
