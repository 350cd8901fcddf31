namespace LookoutVision.Remote.Service.Shapes;

/// <summary>What StartModel and StopModel answer.</summary>
internal sealed record HostingAnswer(string? Status)
{
    /// <summary>Reads a model's state.</summary>
    /// <exception cref="InternalServerException">It is none of the service's.</exception>
    public static ModelStatus Parse(string? status)
    {
        try
        {
            return ModelStatusExtensions.ParseWireName(status ?? "");
        }
        catch (FormatException e)
        {
            throw new InternalServerException($"The server's answer is not the service's: {e.Message}", e);
        }
    }
}
