using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Output;
using LookoutVision.Export;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>Judges one image.</summary>
internal sealed class DetectAnomaliesCommand : ServiceCommand
{
    private readonly Option<string?> _projectName = ModelOptions.ProjectName(
        "The project whose model is asked; absent: the only hosted model.", required: false);

    private readonly Option<string?> _modelVersion = ModelOptions.ModelVersion(
        "The version, or 'latest'; absent: the project's only hosted one.");

    private readonly Option<string> _body = new("--body")
    {
        Description = "The photograph, a JPEG or PNG file.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _contentType = new("--content-type")
    {
        Description = "image/jpeg or image/png; an error where the file's content is another.",
        HelpName = "TYPE",
    };

    private readonly Option<string?> _heatmap = new("--heatmap")
    {
        Description = "Also write to this file, a PNG, how anomalous each place is, in colours on the photograph.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _report = new("--report")
    {
        Description = "Also write to this file, an HTML page that needs no other, the verdict and the photograph with what is marked on it.",
        HelpName = "FILE",
    };

    public DetectAnomaliesCommand()
        : base("detect-anomalies", "DetectAnomalies", "Judge a photograph with a hosted model.")
    {
        _body.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } path && !File.Exists(path))
            {
                result.AddError($"Error parsing parameter '--body': Blob values must be a path to a file, and '{path}' is none.");
            }
        });
        Validators.Add(result =>
        {
            string?[] named = [result.GetValue(_body), result.GetValue(_heatmap), result.GetValue(_report)];
            var files = named.Where(file => !string.IsNullOrWhiteSpace(file)).Select(file => Path.GetFullPath(file!)).ToList();
            if (files.Distinct().Count() < files.Count)
            {
                result.AddError("--body, --heatmap and --report name one file twice: it would be replaced; name another one.");
            }
        });
        Accept(_projectName, _modelVersion, _body, _contentType, _heatmap, _report);
    }

    protected override async Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var model = await DefaultModel.ResolveAsync(
            host.Models, arguments.GetValue(_projectName), arguments.GetValue(_modelVersion), lastStarted: null, cancellationToken);
        var image = ImageSource.FromFile(arguments.GetRequiredValue(_body));
        var result = await host.Models.DetectAnomaliesAsync(model, image, cancellationToken);
        RequireContentType(arguments.GetValue(_contentType), result);
        if (arguments.GetValue(_heatmap) is { } file)
        {
            var heatmap = await host.Models.MapAnomaliesAsync(model, image, cancellationToken);
            await File.WriteAllBytesAsync(file, HeatmapPainter.Paint(result, heatmap), cancellationToken);
        }

        if (arguments.GetValue(_report) is { } page)
        {
            WriteReport(page, result);
        }

        return ServiceShape.DetectAnomalies(result);
    }

    private static void WriteReport(string file, DetectAnomalyResult result)
    {
        using var report = new ReportExporter(file, overwrite: true);
        report.Add(result);
        report.Complete($"Inspection of {Path.GetFileName(result.Path)}");
    }

    private static void RequireContentType(string? stated, DetectAnomalyResult result)
    {
        if (stated is not null && !string.Equals(stated, result.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            throw new ValidationException($"'{result.Path}' is {result.ContentType} by its content, not {stated}.")
            {
                ResourceId = result.Path,
                RecommendedAction = $"Give --content-type {result.ContentType}, or leave the option out.",
            };
        }
    }
}
