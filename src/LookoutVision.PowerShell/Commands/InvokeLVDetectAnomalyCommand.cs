using System.Management.Automation;
using LookoutVision.Batch;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Judges images with a hosted model.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "LVDetectAnomaly", DefaultParameterSetName = "Path")]
[Alias("Find-LVAnomaly")]
[OutputType(typeof(DetectAnomalyResult))]
public sealed class InvokeLVDetectAnomalyCommand : HostCommand
{
    private readonly MemoryStream _piped = new();
    private DetectionRun? _run;
    private ImagePathResolver? _paths;

    /// <summary>Images, or folders of images; wildcards are expanded.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Images, or folders of images, taken as they are written.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>Searches the folders below a folder, too.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    public SwitchParameter Recurse { get; set; }

    /// <summary>A stream to read one image from; it is left open.</summary>
    [Parameter(ParameterSetName = "InputStream", Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Stream? InputStream { get; set; }

    /// <summary>The bytes of one image.</summary>
    [Parameter(ParameterSetName = "Bytes", Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public byte[]? Bytes { get; set; }

    /// <summary>What the result calls a stream or bytes.</summary>
    [Parameter(ParameterSetName = "InputStream")]
    [Parameter(ParameterSetName = "Bytes")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The project whose model to ask.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(HostedProjectCompleter))]
    public string? ProjectName { get; set; }

    /// <summary>The version to ask.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(HostedVersionCompleter))]
    public string? ModelVersion { get; set; }

    /// <summary>Images worked on at once; 0 for one a core.</summary>
    [Parameter]
    [ValidateRange(0, 1024)]
    public int ThrottleLimit { get; set; }

    /// <summary>Gives each result when it is ready rather than in the order of the images.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>How long all the images may take together; absent: for ever.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue / 1000)]
    public int? TimeoutSeconds { get; set; }

    private protected override object? Subject => ProjectName;

    private protected override CommandError Describe(Exception exception) => exception switch
    {
        ConflictException e => CommandErrors.ModelNotHosted(e, Subject),
        ValidationException e when _run is null && e.ResourceId is null => CommandErrors.ModelNotNamed(e, Subject),
        _ => base.Describe(exception),
    };

    private protected override void Begin()
    {
        base.Begin();
        var model = ResolveModel(ProjectName, ModelVersion);
        Shell.WriteVerbose($"Detecting with {model}.");
        _paths = new ImagePathResolver(Shell, Recurse);
        var options = new BatchOptions { ThrottleLimit = ThrottleLimit, Unordered = Unordered, TimeLimit = TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        _run = new DetectionRun(
            Shell,
            Queue,
            oneByOne: ThrottleLimit == 1,
            total: () => Shell.ExpectsInput ? null : _paths.Total,
            (images, stop) => DetectionBatch.RunAsync(Models, model, images, options, stop),
            Stopped);
        _run.Start(Run);
    }

    private protected override void Process()
    {
        if (Bytes is [var piped] && Shell.ExpectsInput)
        {
            // An array that the pipeline has taken apart. More than an image may have need not be kept to be refused.
            if (_piped.Length <= ImageSource.MaxBytes)
            {
                _piped.WriteByte(piped);
            }

            return;
        }

        AddPiped();
        foreach (var image in Images())
        {
            _run!.Add(image);
        }
    }

    private protected override void End()
    {
        AddPiped();
        _run!.Finish();
    }

    private void AddPiped()
    {
        if (_piped.Length > 0)
        {
            _run!.Add(ImageSource.FromBytes(_piped.ToArray(), Name ?? nameof(Bytes)));
            _piped.SetLength(0);
        }
    }

    private IEnumerable<ImageSource> Images()
    {
        if (InputStream is not null)
        {
            return [ImageSource.FromStream(InputStream, Name ?? (InputStream as FileStream)?.Name ?? nameof(InputStream))];
        }

        if (Bytes is not null)
        {
            return [ImageSource.FromBytes(Bytes, Name ?? nameof(Bytes))];
        }

        return _paths!.Resolve(LiteralPath ?? Path ?? [], LiteralPath is not null).Select(ImageSource.FromFile);
    }
}
