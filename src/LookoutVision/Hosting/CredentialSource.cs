namespace LookoutVision.Hosting;

/// <summary>Something that gives access keys, and may give others later: temporary ones run out.</summary>
/// <param name="Origin">Who named it, for the description.</param>
/// <param name="Read">Gives the keys of now; null: requests are to be sent unsigned. It is asked before each request, on any thread.</param>
public sealed record CredentialSource(string Origin, Func<AccessKeys?> Read);
