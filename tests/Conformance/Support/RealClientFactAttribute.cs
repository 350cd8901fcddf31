namespace LookoutVision.Conformance.Support;

/// <summary>A test by a client of the service; it says that it is skipped where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealClientFactAttribute : FactAttribute
{
    public RealClientFactAttribute(RealClient client)
    {
        Skip = RealClients.LackOf(client);
    }
}
