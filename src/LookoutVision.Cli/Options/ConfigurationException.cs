namespace LookoutVision.Cli.Options;

/// <summary>The environment, a profile or the endpoint does not say which host to ask, or how.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
