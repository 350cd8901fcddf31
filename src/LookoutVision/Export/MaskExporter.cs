namespace LookoutVision.Export;

/// <summary>Writes masks and overlays as PNG files. Not for several threads at once.</summary>
/// <param name="folder">Where to; it is made when the first file is written.</param>
/// <param name="kind">What to write.</param>
/// <param name="overwrite">Whether files that exist are replaced.</param>
public sealed class MaskExporter(string folder, MaskExportKind kind, bool overwrite)
{
    /// <summary>The files that <see cref="Export"/> will write for the result.</summary>
    public IReadOnlyList<string> PathsFor(DetectAnomalyResult result) => throw new NotImplementedException(folder + kind + overwrite);

    /// <summary>Writes the files and names them.</summary>
    public IReadOnlyList<string> Export(DetectAnomalyResult result) => throw new NotImplementedException();
}
