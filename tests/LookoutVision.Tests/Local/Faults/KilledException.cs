namespace LookoutVision.Tests.Local.Faults;

/// <summary>Nothing runs after it that would touch the disk, as in a process that died.</summary>
internal sealed class KilledException : Exception;
