using LookoutVision.Cli.Server;
using LookoutVision.Cli.Server.Metrics;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Tests.Server.Support;

/// <summary>Operations that do what a test says.</summary>
internal sealed class FakeEndpoint : IServiceEndpoint
{
    public bool IsReady { get; set; } = true;

    public Func<HttpContext, byte[], RequestRecord, Task> Answer { get; set; } = (context, body, _) => context.Response.WriteAsync($"{{\"Bytes\":{body.Length}}}");

    public Func<ModelReference, byte[], byte[]> Map { get; set; } = (_, _) => throw new ValidationException("no map");

    public List<HostedLoad> Hosted { get; } = [];

    public IEnumerable<HostedLoad> Models() => Hosted;

    public Task<byte[]> MapAsync(ModelReference model, byte[] image, RequestRecord record, CancellationToken cancellationToken) =>
        Task.FromResult(Map(model, image));

    public Task AnswerAsync(HttpContext context, byte[] body, RequestRecord record) => Answer(context, body, record);
}
