using System.Net.Sockets;

namespace LookoutVision.Conformance.Support;

/// <summary>A request that takes the only place there is for as long as it sends.</summary>
internal sealed class SlowRequest : IDisposable
{
    private readonly TcpClient _client = new();
    private readonly CancellationTokenSource _done = new();
    private readonly Task _sending;

    public SlowRequest(string endpoint)
    {
        var address = new Uri(endpoint);
        _client.Connect(address.Host, address.Port);
        var stream = _client.GetStream();
        stream.Write(System.Text.Encoding.ASCII.GetBytes(
            $"POST /2020-11-20/projects/full/models/1/detect HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: image/png\r\nContent-Length: 8000000\r\n\r\n"));
        _sending = Task.Run(async () =>
        {
            // Faster than what the server cuts off, and far from done.
            var bytes = new byte[2048];
            while (!_done.IsCancellationRequested)
            {
                await stream.WriteAsync(bytes);
                await Task.Delay(100);
            }
        });
    }

    public void Dispose()
    {
        _done.Cancel();
        _sending.Wait();
        _client.Dispose();
        _done.Dispose();
    }
}
