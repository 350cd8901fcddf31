using Google.Protobuf;
using LookoutVision.Remote.EdgeAgent.Grpc;

namespace LookoutVision.Remote.EdgeAgent;

/// <summary>The agent's calls, with the library's errors.</summary>
/// <param name="channel">The way to the agent.</param>
/// <param name="socketPath">Where that leads, for the errors.</param>
/// <param name="timeout">How long an answer may take.</param>
internal sealed class EdgeAgentClient(GrpcChannel channel, string socketPath, TimeSpan timeout)
{
    /// <summary>The service's full name.</summary>
    public const string Service = "AWS.LookoutVision.EdgeAgent";

    /// <exception cref="GrpcException">As it came: what it means depends on how the image was sent.</exception>
    public async Task<Wire.DetectAnomalyResult> DetectAnomaliesAsync(Wire.DetectAnomaliesRequest request, CancellationToken cancellationToken)
    {
        var answer = await channel.CallAsync(
            "DetectAnomalies", request, Wire.DetectAnomaliesResponse.Parser, timeout, cancellationToken).ConfigureAwait(false);
        return answer.DetectAnomalyResult ?? throw new GrpcException(StatusCode.Internal, "The answer has no detect_anomaly_result.");
    }

    public async Task<Wire.ModelStatus> StartModelAsync(string component, CancellationToken cancellationToken) =>
        (await CallAsync(
            "StartModel", component, new Wire.StartModelRequest { ModelComponent = component }, Wire.StartModelResponse.Parser, cancellationToken)
            .ConfigureAwait(false)).Status;

    public async Task<Wire.ModelStatus> StopModelAsync(string component, CancellationToken cancellationToken) =>
        (await CallAsync(
            "StopModel", component, new Wire.StopModelRequest { ModelComponent = component }, Wire.StopModelResponse.Parser, cancellationToken)
            .ConfigureAwait(false)).Status;

    public async Task<Wire.ModelDescription?> DescribeModelAsync(string component, CancellationToken cancellationToken) =>
        (await CallAsync(
            "DescribeModel", component, new Wire.DescribeModelRequest { ModelComponent = component }, Wire.DescribeModelResponse.Parser, cancellationToken)
            .ConfigureAwait(false)).ModelDescription;

    public async Task<IReadOnlyList<Wire.ModelDescription>> ListModelsAsync(CancellationToken cancellationToken) =>
        (await CallAsync("ListModels", null, new Wire.ListModelsRequest(), Wire.ListModelsResponse.Parser, cancellationToken)
            .ConfigureAwait(false)).Models;

    /// <summary>What a call about a component ended with, in the library's words.</summary>
    public LookoutVisionException Read(GrpcException error, string method, string? component) =>
        EdgeAgentErrors.Read(error, method, component, socketPath);

    private async Task<T> CallAsync<T>(
        string method, string? component, IMessage request, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        try
        {
            return await channel.CallAsync(method, request, parser, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (GrpcException e)
        {
            throw Read(e, method, component);
        }
    }
}
