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
            if (result.GetValue(_heatmap) is { } file && result.GetValue(_body) is { } body && Path.GetFullPath(file) == Path.GetFullPath(body))
            {
                result.AddError("--heatmap would replace the photograph; name another file.");
            }
        });
        Accept(_projectName, _modelVersion, _body, _contentType, _heatmap);
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

        return ServiceShape.DetectAnomalies(result);
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
