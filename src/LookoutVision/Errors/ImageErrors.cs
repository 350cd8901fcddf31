using LookoutVision.Engine.Imaging;

namespace LookoutVision;

/// <summary>The one place that words what is wrong with an image.</summary>
internal static class ImageErrors
{
    /// <summary>An image that is not accepted.</summary>
    /// <param name="name">The image; the message begins with it.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="reason">Completes the message, without a full stop.</param>
    /// <param name="action">What to do.</param>
    /// <param name="cause">Why, where another error told.</param>
    public static ValidationException Of(string name, ImageFault fault, string reason, string action, Exception? cause = null) =>
        new($"'{name}' {reason}.", cause) { ResourceId = name, ImageFault = fault, RecommendedAction = action };

    /// <summary>An image whose bytes cannot be decoded.</summary>
    public static ValidationException Of(string name, ImageFormatException cause) => Of(
        name,
        cause.IsUnknownFormat ? ImageFault.UnknownFormat : ImageFault.Damaged,
        cause.Message.TrimEnd('.'),
        "Save the image as JPEG or PNG again, or leave it out.",
        cause);
}
