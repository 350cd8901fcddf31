using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace LookoutVision.Testing;

/// <summary>A server of a test's own: it answers as the test says and remembers what it was asked.</summary>
internal sealed class StubServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<StubServer, HttpListenerContext, Task> _answer;

    public StubServer(Func<StubServer, HttpListenerContext, Task> answer)
    {
        _answer = answer;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Endpoint = new($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Endpoint.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Answers each request with the next of these, and then always with the last.</summary>
    public StubServer(params (int Status, string Body)[] answers)
        : this((server, context) => AnswerAsync(context, answers[Math.Min(server.Requests.Count, answers.Length) - 1]))
    {
    }

    public Uri Endpoint { get; }

    public ConcurrentQueue<Request> Requests { get; } = new();

    public static async Task AnswerAsync(HttpListenerContext context, (int Status, string Body) answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Body.StartsWith('<') ? "application/xml" : "application/json";
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(async () =>
            {
                var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Requests.Enqueue(new(context.Request.HttpMethod, context.Request.RawUrl!, body.ToArray(), context.Request.Headers.Get));
                await _answer(this, context);
            });
        }
    }

    internal sealed record Request(string Method, string Url, byte[] Body, Func<string, string?> Header)
    {
        public string? ClientToken => Header("X-Amzn-Client-Token");

        public string? Target => Header("X-Amz-Target");

        public string? Authorization => Header("Authorization");

        public string Line => $"{Method} {Url}";

        public JsonNode? Json => Body.Length == 0 ? null : JsonNode.Parse(Body);
    }
}
