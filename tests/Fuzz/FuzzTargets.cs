using LookoutVision.Fuzz.Targets;

namespace LookoutVision.Fuzz;

/// <summary>All that takes bytes of strangers.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
        [new JpegTarget(), new PngTarget(), new ManifestTarget(), new RequestTarget(), new SignatureTarget(), new QueryTarget(), new ModelFileTarget()];

    public static IFuzzTarget Find(string name) => All.First(t => t.Name == name);
}
