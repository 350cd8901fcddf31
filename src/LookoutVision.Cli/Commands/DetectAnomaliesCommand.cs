using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Batch;
using LookoutVision.Cli.Detection;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Operations;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Values;
using LookoutVision.Export;
using LookoutVision.Files;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Commands;

/// <summary>Judges one image as the service does, or many.</summary>
internal sealed class DetectAnomaliesCommand : OperationCommand
{
    private readonly ImageOptions _images = new();

    private readonly Option<string[]> _heatmap = OptionsOf.Text(
        "--heatmap", "Also write to this file, a PNG, how anomalous each place is, in colours on the photograph.", "FILE");

    private readonly Option<string[]> _report = OptionsOf.Text(
        "--report", "Also write to this file, an HTML page that needs no other, the verdicts and the photographs with what is marked on them.", "FILE");

    public DetectAnomaliesCommand(GlobalOptions global)
        : base(
            ServiceOperations.Get("DetectAnomalies"),
            "Judge photographs with a hosted model; without --project-name, the only hosted one.",
            global,
            "ProjectName",
            "ModelVersion",
            "ContentType")
    {
        Arguments.Add(_images.Files);
        Accept([.. _images.All, _heatmap, _report]);
    }

    protected override void RequireOptions(ParseResult arguments)
    {
        base.RequireOptions(arguments);
        _images.Require(arguments);
        if (_images.AreSeveral(arguments) && arguments.Last(_heatmap) is not null)
        {
            throw UsageException.OfArgument("--heatmap", "only one photograph has its heat map in that file");
        }

        string?[] named = [.. _images.Paths(arguments), arguments.Last(_heatmap), arguments.Last(_report)];
        var files = named.Where(file => !string.IsNullOrWhiteSpace(file)).Select(file => Path.GetFullPath(file!)).ToList();
        if (files.Distinct().Count() < files.Count)
        {
            throw new UsageException("--body, --heatmap and --report name one file twice: it would be replaced, or judged twice; name another one.");
        }
    }

    protected override async Task<int> RunAsync(ParseResult arguments, JsonObject input, AnswerWriter writer, CancellationToken cancellationToken)
    {
        var host = Connect(arguments);
        await HostedModel.CompleteAsync(host, input, cancellationToken);
        input.TryAdd("ContentType", "image/jpeg");
        Validate(input);
        var model = new ModelReference((string)input["ProjectName"]!, (string)input["ModelVersion"]!);
        using var report = arguments.Last(_report) is { } page ? new ReportExporter(page, overwrite: true) : null;
        if (_images.AreSeveral(arguments) || writer.HasRows)
        {
            var outcomes = DetectionBatch.RunAsync(host.Models, model, _images.Read(arguments), new BatchOptions(), cancellationToken);
            return await new DetectionRun(writer, arguments.InvocationConfiguration.Error, report).RunAsync(outcomes);
        }

        var image = ImageSource.FromFile(_images.Paths(arguments)[0]);
        if (arguments.Last(_heatmap) is null && report is null)
        {
            writer.Write(AnswerReader.Read(Operation, await ServiceCalls.CallAsync(host, Operation, input, image, cancellationToken)));
            return ExitCode.Success;
        }

        // The verdict is told also where no picture of it can be made.
        var result = await host.Models.DetectAnomaliesAsync(model, image, cancellationToken);
        writer.Write(DetectionShape.Answer(Operation, result));
        if (arguments.Last(_heatmap) is { } file)
        {
            var picture = HeatmapPainter.Paint(result, await host.Models.MapAnomaliesAsync(model, image, cancellationToken));
            AtomicFile.ReplaceOutside(file, picture);
        }

        report?.Add(result);
        report?.Complete($"Inspection of {Path.GetFileName(result.Path)}");
        return ExitCode.Success;
    }
}
