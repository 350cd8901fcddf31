using LookoutVision.Testing;

namespace LookoutVision.Engine.Tests.Imaging.Support;

/// <summary>A theory that programs of others judge; it says that it is skipped where one is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceToolTheoryAttribute : TheoryAttribute
{
    public ReferenceToolTheoryAttribute(params string[] tools)
    {
        if (tools.FirstOrDefault(tool => !ReferenceTool.IsInstalled(tool)) is { } missing)
        {
            Skip = $"{missing} is not installed (Debian: libjpeg-turbo-progs, netpbm, imagemagick)";
        }
    }

    /// <summary>A folder of the sample images that the theory needs besides.</summary>
    public string SharedFolder
    {
        get => "";
        set
        {
            if (!Directory.Exists(SharedData.PathOf(value)))
            {
                Skip = $"The sample images are not here: {SharedData.PathOf(value)}";
            }
        }
    }
}
