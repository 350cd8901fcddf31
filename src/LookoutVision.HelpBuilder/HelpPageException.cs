namespace LookoutVision.HelpBuilder;

/// <summary>A page that help cannot be made of; the message names it.</summary>
internal sealed class HelpPageException(string message) : Exception(message);
