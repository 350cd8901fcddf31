namespace LookoutVision;

/// <summary>What is wrong with an image that was not judged.</summary>
public enum ImageFault
{
    /// <summary>There is no such file, or it went away.</summary>
    Missing,

    /// <summary>The file is there and cannot be read.</summary>
    Unreadable,

    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It has more than <see cref="ImageSource.MaxBytes"/> bytes.</summary>
    TooLarge,

    /// <summary>Its content is neither JPEG nor PNG.</summary>
    UnknownFormat,

    /// <summary>It is a JPEG or PNG that is damaged, cut off or of an unsupported kind.</summary>
    Damaged,

    /// <summary>A side has fewer or more pixels than any model takes.</summary>
    SizeOutOfRange,

    /// <summary>It is not of the size that the model was trained on.</summary>
    SizeMismatch,
}
