using System.Text;
using LookoutVision.Export.Report;
using LookoutVision.Files;

namespace LookoutVision.Export;

/// <summary>
/// Writes results as one HTML page that needs no other file: verdicts, thumbnails, marked anomalies and a histogram of confidences,
/// to sort, filter and print. Results may be many: they are written as they come. Not for several threads at once, but for
/// <see cref="Dispose"/>, which may come while another thread still adds.
/// </summary>
public sealed class ReportExporter : IDisposable
{
    // Without a mark at its beginning, which would come to lie within the page.
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path;
    private readonly string _rowsPath;
    private readonly ConfidenceHistogram _histogram = new();
    private readonly object _files = new();
    private StreamWriter? _rows;
    private bool _isDisposed;

    /// <summary>Nothing is written yet.</summary>
    /// <param name="path">The page's file; its folder is made where it is missing.</param>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    /// <exception cref="ConflictException">The file exists and may not be replaced.</exception>
    public ReportExporter(string path, bool overwrite)
    {
        _path = Path.GetFullPath(path);
        _rowsPath = $"{_path}.{Guid.NewGuid():N}.tmp";
        if (!overwrite && File.Exists(_path))
        {
            throw new ConflictException($"The file '{_path}' exists already.")
            {
                ResourceId = _path,
                RecommendedAction = "Write to another file, or allow its replacement.",
            };
        }
    }

    /// <summary>Adds a result. A photograph that is gone, or was never a file, has no picture in the page.</summary>
    /// <exception cref="AccessDeniedException">The folder may not be written to.</exception>
    /// <exception cref="ServiceQuotaExceededException">The disk is full.</exception>
    /// <exception cref="ObjectDisposedException">The report was given up meanwhile; nothing is written.</exception>
    public void Add(DetectAnomalyResult result) => FileErrors.Guard(_path, () =>
    {
        // Photographs take their time, and disposing need not wait for them.
        var row = ReportPage.Row(result);
        lock (_files)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            _rows ??= new StreamWriter(_rowsPath, append: false, Plain);
            _rows.Write(row);
            _histogram.Add(result);
        }
    });

    /// <summary>Writes the page; where no result was added, one without rows.</summary>
    /// <param name="title">The page's title.</param>
    /// <inheritdoc cref="Add" path="/exception"/>
    public void Complete(string title) => FileErrors.Guard(_path, () =>
    {
        lock (_files)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            var whole = _rowsPath + ".html";
            using (var page = new StreamWriter(whole, append: false, Plain))
            {
                WritePage(page, title);
            }

            File.Move(whole, _path, overwrite: true);
        }
    });

    /// <summary>Takes away what is unfinished.</summary>
    public void Dispose()
    {
        lock (_files)
        {
            _isDisposed = true;
            _rows?.Dispose();
            File.Delete(_rowsPath);
            File.Delete(_rowsPath + ".html");
        }
    }

    private void WritePage(StreamWriter page, string title)
    {
        var (head, tail) = ReportPage.Around(title, DateTimeOffset.Now, _histogram);
        page.Write(head);
        page.Flush();
        _rows?.Dispose();
        if (_rows is not null)
        {
            using var rows = File.OpenRead(_rowsPath);
            rows.CopyTo(page.BaseStream);
        }

        page.Write(tail);
    }
}
