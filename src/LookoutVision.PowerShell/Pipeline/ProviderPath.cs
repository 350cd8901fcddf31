namespace LookoutVision.Pipeline;

/// <summary>A place in the shell's own terms.</summary>
/// <param name="Path">The path as its provider writes it; for the file system a full path.</param>
/// <param name="IsFileSystem">Whether it is a file or folder, and not a registry key, a variable or the like.</param>
internal readonly record struct ProviderPath(string Path, bool IsFileSystem);
