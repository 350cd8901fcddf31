namespace LookoutVision.Service.Validation;

/// <summary>What is wrong with a member of an operation's input.</summary>
internal enum InputFaultKind
{
    /// <summary>A required member is not there.</summary>
    Missing,

    /// <summary>The structure has no such member. The service passes over it, clients do not.</summary>
    Unknown,

    /// <summary>Text where a number belongs, and the like; also base64 and times that are none.</summary>
    WrongType,

    /// <summary>Fewer characters, bytes or items than allowed.</summary>
    TooShort,

    /// <summary>More characters, bytes or items than allowed.</summary>
    TooLong,

    /// <summary>A number below the least.</summary>
    TooSmall,

    /// <summary>A number above the greatest.</summary>
    TooLarge,

    /// <summary>Text that is not of the form asked for.</summary>
    NoMatch,

    /// <summary>None of the values there are.</summary>
    NoneOfValues,
}
