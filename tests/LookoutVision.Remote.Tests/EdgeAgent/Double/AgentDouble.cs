using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using LookoutVision.Remote.EdgeAgent.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace LookoutVision.Remote.Tests.EdgeAgent.Double;

/// <summary>What stands in for an Edge Agent: the web server of ASP.NET on a unix socket, which answers as gRPC's protocol says.</summary>
internal sealed class AgentDouble : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly string _folder;

    private AgentDouble(string socketPath)
    {
        SocketPath = socketPath;
        _folder = Directory.CreateDirectory(Path.GetDirectoryName(socketPath)!).FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ListenUnixSocket(SocketPath, listen => listen.Protocols = HttpProtocols.Http2);
        });
        _server = builder.Build();
        _server.MapPost("/AWS.LookoutVision.EdgeAgent/{method}", AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public string SocketPath { get; }

    public AgentModels Models { get; } = new();

    /// <summary>Every request to detect, as it came.</summary>
    public ConcurrentQueue<DetectAnomaliesRequest> Detections { get; } = [];

    /// <summary>Whether it runs as a user that may not open shared memory.</summary>
    public bool RefusesSharedMemory { get; set; }

    /// <summary>The largest message that it takes.</summary>
    public int MostBytes { get; set; } = int.MaxValue;

    /// <summary>The headers of the last request.</summary>
    public IHeaderDictionary? Headers { get; private set; }

    /// <summary>What is answered in place of a gRPC answer; null: one is.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <param name="socketPath">Where to listen; null: in a folder of its own.</param>
    public static async Task<AgentDouble> StartAsync(string? socketPath = null)
    {
        var agent = new AgentDouble(socketPath ?? Path.Combine(Directory.CreateTempSubdirectory("lv").FullName, "agent.sock"));
        await agent._server.StartAsync();
        return agent;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AnswerAsync(HttpContext context, string method)
    {
        Headers = context.Request.Headers;
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (Instead is not null)
        {
            await Instead(context);
            return;
        }

        context.Response.ContentType = "application/grpc";
        try
        {
            if (body.Length > MostBytes)
            {
                throw new AgentException(8, $"Received message larger than max ({body.Length} vs. {MostBytes})");
            }

            var answer = Frame.Write(Answer(method, Frame.Read(body.ToArray())));
            await context.Response.Body.WriteAsync(answer);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        catch (AgentException e)
        {
            // As gRPC's servers do, with the headers alone.
            context.Response.Headers["grpc-status"] = $"{e.Status}";
            context.Response.Headers["grpc-message"] = WebUtility.UrlEncode(e.Message).Replace("+", "%20", StringComparison.Ordinal);
        }
    }

    private IMessage Answer(string method, byte[] request)
    {
        switch (method)
        {
            case "DetectAnomalies":
                var detection = DetectAnomaliesRequest.Parser.ParseFrom(request);
                Detections.Enqueue(detection);
                if (RefusesSharedMemory && detection.Bitmap.SharedMemoryHandle is not null)
                {
                    throw new AgentException(3, "The shared memory cannot be opened: permission denied.");
                }

                return new DetectAnomaliesResponse { DetectAnomalyResult = AgentVision.Judge(detection, Models) };
            case "StartModel":
                return new StartModelResponse { Status = Models.Start(StartModelRequest.Parser.ParseFrom(request).ModelComponent) };
            case "StopModel":
                return new StopModelResponse { Status = Models.Stop(StopModelRequest.Parser.ParseFrom(request).ModelComponent) };
            case "DescribeModel":
                return new DescribeModelResponse { ModelDescription = Models.Describe(DescribeModelRequest.Parser.ParseFrom(request).ModelComponent) };
            case "ListModels":
                return new ListModelsResponse { Models = { Models.List() } };
            default:
                throw new AgentException(12, "There is no such method.");
        }
    }
}
