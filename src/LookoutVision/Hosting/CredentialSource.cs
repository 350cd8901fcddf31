namespace LookoutVision.Hosting;

/// <summary>Something that gives access keys, and may give others later: temporary ones run out.</summary>
/// <param name="Origin">Who named it, for the description.</param>
/// <param name="Read">Gives the keys of now; asked before each request, on any thread. Null: requests are to be sent unsigned.</param>
public sealed record CredentialSource(string Origin, Func<AccessKeys>? Read);
