using System.Collections.Concurrent;
using System.Globalization;
using AgentStatus = LookoutVision.Remote.EdgeAgent.Wire.ModelStatus;

namespace LookoutVision.Remote.Tests.EdgeAgent.Double;

/// <summary>The model components of the device: they change their state as the agent's do.</summary>
internal sealed class AgentModels
{
    private const string StatusPrefix = "status-";

    private readonly ConcurrentDictionary<string, AgentStatus> _states = new()
    {
        ["segmenter"] = AgentStatus.Running,
        ["classifier"] = AgentStatus.Running,
        ["stopped"] = AgentStatus.Stopped,
        ["failed"] = AgentStatus.Failed,
        ["starting"] = AgentStatus.Starting,
        ["stopping"] = AgentStatus.Stopping,
    };

    public AgentStatus Start(string component) => Change(component, AgentStatus.Starting, AgentStatus.Stopped, AgentStatus.Failed);

    public AgentStatus Stop(string component) => Change(component, AgentStatus.Stopped, AgentStatus.Running);

    /// <summary>A start takes the agent a while.</summary>
    public void FinishStart(string component) => Change(component, AgentStatus.Running, AgentStatus.Starting);

    public IEnumerable<LookoutVision.Remote.EdgeAgent.Wire.ModelDescription> List() => _states.Keys.Select(Describe);

    public LookoutVision.Remote.EdgeAgent.Wire.ModelDescription Describe(string component) => new()
    {
        ModelComponent = component,
        LookoutVisionModelArn = $"arn:aws:lookoutvision:us-east-1:123456789012:model/{component}/7",
        Status = StateOf(component),
        StatusMessage = StateOf(component) == AgentStatus.Failed ? "No memory left." : "",
    };

    /// <summary>The component <c>status-N</c> ends every call with the status N.</summary>
    public AgentStatus StateOf(string component)
    {
        if (component.StartsWith(StatusPrefix, StringComparison.Ordinal))
        {
            var status = int.Parse(component[StatusPrefix.Length..], CultureInfo.InvariantCulture);
            throw new AgentException(status, $"status {status}: 100 %\nof it");
        }

        return _states.TryGetValue(component, out var state) ? state : throw new AgentException(5, $"No model component {component}.");
    }

    private AgentStatus Change(string component, AgentStatus to, params AgentStatus[] from)
    {
        if (!from.Contains(StateOf(component)))
        {
            throw new AgentException(9, $"The model is {StateOf(component)}.");
        }

        return _states[component] = to;
    }
}
