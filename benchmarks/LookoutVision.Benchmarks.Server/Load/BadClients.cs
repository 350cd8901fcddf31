using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LookoutVision.Benchmarks.Server.Load;

/// <summary>Clients that vanish, send garbage, trickle bytes, overrun, or never read their answer.</summary>
internal sealed class BadClients(HttpClient http, Uri endpoint, PartStore store, LoadReport report)
{
    private readonly Random _random = new(7);

    /// <summary>Sends a part of a request, and is gone.</summary>
    public async Task VanishAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using var socket = await ConnectAsync();
            var image = store.Photographs[0];
            await SendAsync(socket, Head("POST", store.DetectPath, image.Length), image.AsMemory(0, _random.Next(image.Length)));
            socket.LingerState = new(enable: _random.Next(2) == 0, 0);
            report.Count("vanish", "gone");
            await Waiting.ForAsync(TimeSpan.FromMilliseconds(50), end);
        }
    }

    /// <summary>Bytes that are no HTTP, and HTTP that means nothing.</summary>
    public async Task GarbageAsync(CancellationToken end)
    {
        var noise = new byte[4096];
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            _random.NextBytes(noise);
            if (i % 4 == 0)
            {
                using var socket = await ConnectAsync();
                await SendAsync(socket, noise, default);
                report.Count("garbage", "bytes");
            }
            else
            {
                using var request = NonsenseOf(i, noise);
                using var answer = await http.SendAsync(request, CancellationToken.None);
                await report.CountAsync("garbage", answer, 400, 403, 404, 405, 409, 429);
            }

            await Waiting.ForAsync(TimeSpan.FromMilliseconds(50), end);
        }
    }

    /// <summary>A byte now and then, until it is cut off.</summary>
    public async Task TrickleAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using var socket = await ConnectAsync();
            await SendAsync(socket, Head("POST", store.DetectPath, 100_000), default);
            var cut = false;
            for (var i = 0; i < 120 && !cut && !end.IsCancellationRequested; i++)
            {
                await Waiting.ForAsync(TimeSpan.FromMilliseconds(500), end);
                cut = !await SendAsync(socket, [0], default) || socket.Available > 0;
            }

            report.Count("trickle", cut ? "cut off" : "ended");
            if (!cut && !end.IsCancellationRequested)
            {
                report.Fault("trickle", "was not cut off within a minute");
            }
        }
    }

    /// <summary>Bodies that are too large: announced, or as long as they last.</summary>
    public async Task OverrunAsync(CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, store.DetectPath) { Content = new ByteArrayContent(new byte[(9 + (i % 3)) << 20]) };
            request.Content.Headers.ContentType = new("image/jpeg");
            request.Headers.TransferEncodingChunked = i % 2 == 0;
            using var answer = await http.SendAsync(request, CancellationToken.None);
            await report.CountAsync("overrun", answer, 400, 429);
            await Waiting.ForAsync(TimeSpan.FromSeconds(1), end);
        }
    }

    /// <summary>Asks and asks, and reads nothing.</summary>
    public async Task DeafAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using var socket = await ConnectAsync();
            for (var i = 0; i < 200 && await SendAsync(socket, Head("GET", "/page.js", 0), default); i++)
            {
            }

            report.Count("deaf", "gone");
            await Waiting.ForAsync(TimeSpan.FromSeconds(7), end);
        }
    }

    private HttpRequestMessage NonsenseOf(int number, byte[] noise)
    {
        var (method, path, type) = (number % 9) switch
        {
            0 => (HttpMethod.Post, store.DetectPath, "image/png"),
            1 => (HttpMethod.Post, "/2020-11-20/projects", "application/json"),
            2 => (HttpMethod.Post, $"/2020-11-20/projects/{PartStore.Project}/models/1/start", "application/json"),
            3 => (HttpMethod.Patch, $"/2020-11-20/projects/{PartStore.Project}/datasets/train/entries", "application/json"),
            4 => (HttpMethod.Post, "/2020-11-20/projects/..%2f..%2fetc/models", "application/json"),
            5 => (HttpMethod.Delete, "/2020-11-20/projects/%00", "text/plain"),
            6 => (HttpMethod.Post, "/2020-11-20/projects/none/models/1/detect", "image/jpeg"),
            7 => (HttpMethod.Put, $"/{Convert.ToHexString(noise.AsSpan(0, 200))}", "text/plain"),
            _ => (HttpMethod.Post, $"/2020-11-20/tags/{Uri.EscapeDataString(Encoding.Latin1.GetString(noise, 0, 40))}", "application/json"),
        };
        var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(noise) };
        request.Content.Headers.ContentType = new(type);
        return request;
    }

    private static byte[] Head(string method, string path, int length) =>
        Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: {length}\r\n\r\n");

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { SendTimeout = 5000 };
        await socket.ConnectAsync(IPAddress.Loopback, endpoint.Port);
        return socket;
    }

    /// <returns>Whether the server still takes it.</returns>
    private static async Task<bool> SendAsync(Socket socket, byte[] head, ReadOnlyMemory<byte> body)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await socket.SendAsync(head, patience.Token);
            for (var sent = 0; sent < body.Length;)
            {
                sent += await socket.SendAsync(body[sent..], patience.Token);
            }

            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
