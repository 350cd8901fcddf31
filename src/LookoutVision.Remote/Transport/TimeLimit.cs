namespace LookoutVision.Remote.Transport;

/// <summary>
/// Bounds one try of a request: how long sending may stand still, how long the whole answer may take once all is sent, and how large it may be.
/// </summary>
internal sealed class TimeLimit(HttpMessageHandler inner, TimeSpan limit, int mostBytes) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(limit);
        if (request.Content is { } content)
        {
            request.Content = new WatchedContent(content, () => clock.CancelAfter(limit));
        }

        try
        {
            var response = await base.SendAsync(request, clock.Token).ConfigureAwait(false);
            await ReadAsync(response, clock.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"It took longer than {limit.TotalSeconds:0.###} seconds.", e);
        }
    }

    private async Task ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(mostBytes).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
