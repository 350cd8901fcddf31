using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server.Limits;

/// <summary>Reads bodies into memory: only so large, only for so long, and only so many at once.</summary>
internal sealed class BodyReader(ServerLimits limits)
{
    private const int Step = 64 << 10;

    private readonly Budget _budget = new(limits.MaxBufferedBytes);

    /// <summary>How many bytes of bodies are in memory.</summary>
    public long Buffered => _budget.Taken;

    /// <summary>The body as a whole; once it is done with, it goes to <see cref="Release"/>.</summary>
    /// <exception cref="ValidationException">It is larger than <paramref name="maxBytes"/>, or takes too long.</exception>
    /// <exception cref="ThrottlingException">There is no memory for it now.</exception>
    public async Task<byte[]> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limits.ReceiveTime);
        try
        {
            return request.ContentLength > maxBytes
                ? await RefuseAsync(request, maxBytes, patience.Token)
                : await ReceiveAsync(request, maxBytes, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ValidationException($"The body did not arrive within {limits.ReceiveTime.TotalSeconds:0} seconds.")
            {
                RecommendedAction = "Look at the network between client and server.",
            };
        }
    }

    public void Release(byte[] body) => _budget.Return(body.Length);

    /// <summary>Takes memory as bytes arrive, not as they are announced.</summary>
    private async Task<byte[]> ReceiveAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var most = (int)(request.ContentLength ?? maxBytes + 1);
        var body = new byte[Math.Min(most, Step)];
        var length = 0;
        var isKept = false;
        try
        {
            while (await request.Body.ReadAsync(body.AsMemory(length), cancellationToken) is var read and > 0)
            {
                length += read;
                if (!_budget.TryTake(read))
                {
                    length -= read;
                    throw Throttle.Of("too many large requests at once", limits.RetryAfter);
                }

                if (length > maxBytes)
                {
                    return await RefuseAsync(request, maxBytes, cancellationToken);
                }

                if (length == body.Length)
                {
                    Array.Resize(ref body, Math.Min(2 * length, most));
                }

                if (length == most)
                {
                    break;
                }
            }

            Array.Resize(ref body, length);
            isKept = true;
            return body;
        }
        finally
        {
            _budget.Return(isKept ? 0 : length);
        }
    }

    /// <summary>Reads what is sent all the same: a client that is cut off while it sends learns no reason.</summary>
    private static async Task<byte[]> RefuseAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var step = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            while (await request.Body.ReadAsync(step, cancellationToken) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(step);
        }

        throw new ValidationException($"The body is larger than {maxBytes >> 20} MiB.")
        {
            RecommendedAction = "Send fewer bytes: an image as JPEG instead of PNG, or changes in several requests.",
        };
    }
}
