namespace LookoutVision.Engine.Training.Advice;

/// <summary>Something about the images that makes a model worse than it could be; nothing that forbids training.</summary>
/// <param name="Kind">What is at fault.</param>
/// <param name="Message">In words, with the first few files and what to do.</param>
/// <param name="Files">All files it is about, by the samples' names; empty where it is about all of them.</param>
public sealed record TrainingAdvice(TrainingAdviceKind Kind, string Message, IReadOnlyList<string> Files)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
