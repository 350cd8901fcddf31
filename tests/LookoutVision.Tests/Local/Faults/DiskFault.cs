namespace LookoutVision.Tests.Local.Faults;

/// <summary>What happens at a change to the disk.</summary>
public enum DiskFault
{
    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>The change takes so long that others look at the store before it is made.</summary>
    Delayed,

    /// <summary>The process dies before the change.</summary>
    Killed,

    /// <summary>The process dies and half of what it wrote to the file is lost.</summary>
    Torn,
}
