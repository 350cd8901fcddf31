using System.Security.Cryptography;
using System.Text;
using LookoutVision.Engine.Inference.Localisation;
using LookoutVision.Files;

namespace LookoutVision.Export;

/// <summary>
/// Writes masks, overlays and heat maps as PNG files, <c>NAME-mask.png</c>, <c>NAME-overlay.png</c> and <c>NAME-heatmap.png</c>
/// after the image <c>NAME.jpg</c>. Images of one name from several folders get files of their own. Not for several threads at once.
/// </summary>
public sealed class MaskExporter
{
    private readonly string _folder;
    private readonly MaskExportKind _kind;
    private readonly bool _overwrite;
    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);

    // File names that differ in case alone are one file on Windows and macOS.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nothing is written yet.</summary>
    /// <param name="folder">Where to; it is made when the first file is written.</param>
    /// <param name="kind">What to write.</param>
    /// <param name="overwrite">Whether files that exist are replaced.</param>
    /// <exception cref="ValidationException">The folder's name is empty.</exception>
    public MaskExporter(string folder, MaskExportKind kind, bool overwrite)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new ValidationException("The folder to write masks to has no name.") { RecommendedAction = "Name a folder." };
        }

        _folder = Path.GetFullPath(folder);
        _kind = kind;
        _overwrite = overwrite;
    }

    /// <summary>The full paths of the files that are written for the result: the mask's first, then the overlay's.</summary>
    public IReadOnlyList<string> PathsFor(DetectAnomalyResult result)
    {
        var stem = Path.Combine(_folder, StemOf(result.Path));
        return _kind switch
        {
            MaskExportKind.Mask => [stem + "-mask.png"],
            MaskExportKind.Overlay => [stem + "-overlay.png"],
            MaskExportKind.Heatmap => [stem + "-heatmap.png"],
            _ => [stem + "-mask.png", stem + "-overlay.png"],
        };
    }

    /// <summary>Writes mask, overlay or both, and gives their full paths.</summary>
    /// <exception cref="ValidationException">The result has no mask; or, for an overlay, the photograph is gone, changed or was never a file.</exception>
    /// <exception cref="ConflictException">A file exists and may not be replaced; nothing is written then.</exception>
    /// <exception cref="AccessDeniedException">The folder may not be written to.</exception>
    /// <exception cref="ServiceQuotaExceededException">The disk is full.</exception>
    /// <exception cref="InvalidOperationException">Heat maps are to be written.</exception>
    public IReadOnlyList<string> Export(DetectAnomalyResult result)
    {
        Require(_kind != MaskExportKind.Heatmap);
        if (result.AnomalyMask is not { } mask)
        {
            throw new ValidationException(
                $"The result of '{result.Path}' has no mask: the model {result.ProjectName}/{result.ModelVersion} classifies only.")
            {
                ResourceId = result.Path,
                RecommendedAction = "Train a model with masks to see where anomalies are, or export heat maps.",
            };
        }

        return Write(PathsFor(result), () => _kind switch
        {
            MaskExportKind.Mask => [mask],
            MaskExportKind.Overlay => [OverlayPainter.Paint(result.Path, mask)],
            _ => [mask, OverlayPainter.Paint(result.Path, mask)],
        });
    }

    /// <summary>Writes the heat map on the photograph, and gives the file's full path.</summary>
    /// <param name="result">What was found out of the image.</param>
    /// <param name="heatmap">The image's heat map.</param>
    /// <exception cref="ValidationException">The photograph is gone, changed or was never a file.</exception>
    /// <exception cref="ConflictException">The file exists and may not be replaced.</exception>
    /// <exception cref="AccessDeniedException">The folder may not be written to.</exception>
    /// <exception cref="ServiceQuotaExceededException">The disk is full.</exception>
    /// <exception cref="InvalidOperationException">Something else is to be written.</exception>
    public IReadOnlyList<string> Export(DetectAnomalyResult result, AnomalyHeatmap heatmap)
    {
        Require(_kind == MaskExportKind.Heatmap);
        return Write(PathsFor(result), () => [HeatmapPainter.Paint(result, heatmap)]);
    }

    private void Require(bool fits)
    {
        if (!fits)
        {
            throw new InvalidOperationException($"This exporter writes {_kind}.");
        }
    }

    private IReadOnlyList<string> Write(IReadOnlyList<string> paths, Func<IReadOnlyList<byte[]>> paint)
    {
        if (!_overwrite && paths.FirstOrDefault(File.Exists) is { } present)
        {
            throw new ConflictException($"The file '{present}' exists already.")
            {
                ResourceId = present,
                RecommendedAction = "Write to another folder, or allow the replacement of files.",
            };
        }

        var pictures = paint();
        FileErrors.Guard(_folder, () => Directory.CreateDirectory(_folder));
        foreach (var (path, bytes) in paths.Zip(pictures))
        {
            AtomicFile.ReplaceOutside(path, bytes);
        }

        return paths;
    }

    private string StemOf(string imagePath)
    {
        if (_stems.TryGetValue(imagePath, out var known))
        {
            return known;
        }

        var stem = SafeName(Path.GetFileNameWithoutExtension(imagePath));
        if (!_taken.Add(stem))
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(imagePath));
            stem = $"{stem}-{Convert.ToHexString(hash, 0, 4)}";
            _taken.Add(stem);
        }

        return _stems[imagePath] = stem;
    }

    /// <summary>Names given to bytes and streams may hold anything.</summary>
    private static string SafeName(string name)
    {
        var invalid = Path.GetInvalidFileNameChars();
        var safe = string.Concat(name.Select(c => invalid.Contains(c) || c is '/' or '\\' or ':' ? '_' : c)).Trim('.', ' ');
        return safe.Length > 0 ? safe : "image";
    }
}
