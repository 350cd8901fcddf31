using System.Runtime.CompilerServices;
using LookoutVision.Batch;
using LookoutVision.Hosting;

namespace LookoutVision.PowerShell.Tests.Seam;

/// <summary>Batch detections in memory, all of which have ended.</summary>
internal sealed class FakeBatches : IBatchDetections
{
    public BatchDetectionRequest? Started { get; private set; }

    public List<string> Stopped { get; } = [];

    public BatchDetectionStatus End { get; init; } = BatchDetectionStatus.Completed;

    public async IAsyncEnumerable<BatchDetection> StartAsync(
        BatchDetectionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Started = request;
        await Task.Yield();
        yield return Of("night-jpeg", BatchDetectionStatus.InProgress);
        yield return Of("night-png", BatchDetectionStatus.InProgress);
    }

    public Task<BatchDetection> DescribeAsync(string name, CancellationToken cancellationToken) =>
        name == "none"
            ? Task.FromException<BatchDetection>(new ResourceNotFoundException("There is none.") { ResourceId = name })
            : Task.FromResult(Of(name, End));

    public async IAsyncEnumerable<BatchDetection> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return Of("night", End);
        yield return Of("day", End);
    }

    public Task<BatchDetection> StopAsync(string name, CancellationToken cancellationToken)
    {
        Stopped.Add(name);
        return Task.FromResult(Of(name, BatchDetectionStatus.Stopping));
    }

    public async IAsyncEnumerable<DetectionOutcome> ReceiveAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        var image = ImageSource.FromBytes([], "s3://parts/a.jpg");
        yield return new(image, FakeHost.Normal(image.Name), null);
        yield return new(image, null, new InternalServerException("No result.") { ResourceId = "s3://parts/b.jpg" });
    }

    private static BatchDetection Of(string name, BatchDetectionStatus status) => new() { Name = name, Status = status };
}
