namespace LookoutVision.Hosting;

/// <summary>Connects to a host that is not of this machine. Nothing is opened or sent yet.</summary>
/// <param name="endpoint">The endpoint as it was given.</param>
/// <param name="origin">Who named the endpoint, for the description.</param>
/// <param name="settings">How to ask the host.</param>
/// <returns>The host; null where none is known for the endpoint's scheme.</returns>
/// <exception cref="ValidationException">The endpoint or the settings are not acceptable to the host.</exception>
public delegate HostConnection? RemoteConnector(string endpoint, string origin, ConnectionSettings settings);
