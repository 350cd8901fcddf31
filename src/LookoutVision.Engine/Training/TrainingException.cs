namespace LookoutVision.Engine.Training;

/// <summary>The samples cannot be trained on: too few, of several sizes, or one cannot be read. The message says why and names the samples.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Makes the error.</summary>
    public TrainingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
