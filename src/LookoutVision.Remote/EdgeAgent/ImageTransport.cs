using Google.Protobuf;
using LookoutVision.Engine.Imaging;
using LookoutVision.Remote.EdgeAgent.Grpc;

namespace LookoutVision.Remote.EdgeAgent;

/// <summary>Takes images to the agent and masks back: large ones by shared memory, where both sides can, and all others in the message.</summary>
internal sealed class ImageTransport(EdgeAgentClient client)
{
    /// <summary>From this many bytes of pixels on; gRPC's own limit of a message is four times that.</summary>
    private const int LargeImage = 1024 * 1024;

    // What gRPC's implementations say of a message that is too large begins or ends with one of these.
    private static readonly string[] TooLargeWords = ["larger than max", "exceeds maximum size", "exceeds the maximum"];

    private volatile GrpcException? _refusal;

    private volatile Sharing _sharing = SharedMemory.IsSupported ? Sharing.Untried : Sharing.Refused;

    private enum Sharing
    {
        Untried,
        Works,
        Refused,
    }

    /// <summary>Has an image judged.</summary>
    /// <param name="component">The model.</param>
    /// <param name="name">What the image is called, for errors.</param>
    /// <param name="image">The image.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The verdict, and the pixels of the mask; null for a classification model.</returns>
    /// <exception cref="GrpcException">The agent said no.</exception>
    /// <exception cref="ValidationException">The image fits into no message, and shared memory cannot be used.</exception>
    public async Task<(Wire.DetectAnomalyResult Verdict, byte[]? Mask)> DetectAsync(
        string component, string name, RasterImage image, CancellationToken cancellationToken)
    {
        GrpcException? refusal = null;
        if (image.Pixels.Length >= LargeImage && _sharing != Sharing.Refused && Share(image.Pixels.Length) is var (pixels, mask))
        {
            using (pixels)
            using (mask)
            {
                try
                {
                    var answer = await DetectSharedAsync(component, image, pixels, mask, cancellationToken).ConfigureAwait(false);
                    _sharing = Sharing.Works;
                    return answer;
                }
                catch (GrpcException e) when (_sharing == Sharing.Untried && MayMeanSharing(e.Status))
                {
                    refusal = e;
                }
            }
        }

        try
        {
            var answer = await DetectInMessageAsync(component, image, cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
            {
                _refusal = refusal;
                _sharing = Sharing.Refused;
            }

            return answer;
        }
        catch (GrpcException e) when (e.Status == StatusCode.ResourceExhausted && TooLargeWords.Any(words => e.Message.Contains(words, StringComparison.Ordinal)))
        {
            // To ask again, as of an agent that has too much to do, would not make it smaller.
            throw ImageErrors.Of(
                name,
                ImageFault.TooLarge,
                $"has {image.Width}x{image.Height} pixels, more than the agent takes in a message, and shared memory cannot be used: "
                    + $"{(refusal ?? _refusal)?.Message.TrimEnd('.') ?? "this machine has none"}",
                "Run this as the agent's user or as one of its group, so that both can open shared memory; or photograph with fewer pixels.",
                e);
        }
    }

    private async Task<(Wire.DetectAnomalyResult Verdict, byte[]? Mask)> DetectSharedAsync(
        string component, RasterImage image, SharedMemory pixels, SharedMemory mask, CancellationToken cancellationToken)
    {
        pixels.Write(image.Pixels);
        var request = new Wire.DetectAnomaliesRequest
        {
            ModelComponent = component,
            Bitmap = new() { Width = image.Width, Height = image.Height, SharedMemoryHandle = pixels.Handle },
            AnomalyMaskParams = new() { SharedMemoryHandle = mask.Handle },
        };
        var verdict = await client.DetectAnomaliesAsync(request, cancellationToken).ConfigureAwait(false);
        return (verdict, MaskPixels.Of(verdict, image, mask));
    }

    private async Task<(Wire.DetectAnomalyResult Verdict, byte[]? Mask)> DetectInMessageAsync(
        string component, RasterImage image, CancellationToken cancellationToken)
    {
        var request = new Wire.DetectAnomaliesRequest
        {
            ModelComponent = component,
            Bitmap = new() { Width = image.Width, Height = image.Height, ByteData = UnsafeByteOperations.UnsafeWrap(image.Pixels) },
        };
        var verdict = await client.DetectAnomaliesAsync(request, cancellationToken).ConfigureAwait(false);
        return (verdict, MaskPixels.Of(verdict, image, null));
    }

    /// <summary>Memory for an image and its mask; null where there is none left.</summary>
    private (SharedMemory Pixels, SharedMemory Mask)? Share(int length)
    {
        SharedMemory? pixels = null;
        try
        {
            if (_sharing == Sharing.Untried)
            {
                SharedMemory.ClearAbandoned();
            }

            pixels = SharedMemory.Create(length);
            return (pixels, SharedMemory.Create(length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            pixels?.Dispose();
            return null;
        }
    }

    // An agent of another user cannot open the memory, and tells so in one of these ways.
    private static bool MayMeanSharing(StatusCode status) =>
        status is StatusCode.InvalidArgument or StatusCode.Unknown or StatusCode.Internal or StatusCode.PermissionDenied or StatusCode.Unimplemented;
}
