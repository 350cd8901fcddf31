namespace LookoutVision.Tests.Local.Faults;

/// <summary>What happens at a change to the disk.</summary>
public enum DiskFault
{
    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>The process dies before the change.</summary>
    Killed,

    /// <summary>The process dies and half of what it wrote to the file is lost.</summary>
    Torn,
}
