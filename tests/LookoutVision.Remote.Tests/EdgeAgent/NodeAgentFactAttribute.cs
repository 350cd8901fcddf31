using LookoutVision.Remote.Tests.EdgeAgent.Double;

namespace LookoutVision.Remote.Tests.EdgeAgent;

/// <summary>A test against <see cref="NodeAgent"/>; it says that it is skipped where gRPC for Node.js is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeAgentFactAttribute : FactAttribute
{
    public NodeAgentFactAttribute()
    {
        Skip = NodeAgent.Lack;
    }
}
