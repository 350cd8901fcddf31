using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server.Training;

/// <summary>What the server writes to its log of models in training.</summary>
internal static partial class TrainingLog
{
    [LoggerMessage(20, LogLevel.Information, "Training {Model}.")]
    public static partial void Began(ILogger log, ModelReference model);

    [LoggerMessage(21, LogLevel.Information, "{Model} is {Status}. {StatusMessage}")]
    public static partial void Ended(ILogger log, ModelReference model, string status, string? statusMessage);

    [LoggerMessage(22, LogLevel.Information, "{Model} was left in training by an earlier server; it is trained again.")]
    public static partial void TakenOver(ILogger log, ModelReference model);

    [LoggerMessage(23, LogLevel.Information, "The training of {Model} is broken off; the next server begins it again.")]
    public static partial void BrokenOff(ILogger log, ModelReference model);

    [LoggerMessage(24, LogLevel.Error, "The training of {Model} failed in a way that is not foreseen.")]
    public static partial void Failed(ILogger log, Exception fault, ModelReference model);
}
