using LookoutVision.Engine.Imaging;

namespace LookoutVision.Remote.Service.Shapes;

/// <summary>What DetectAnomalies answers.</summary>
internal sealed record DetectAnomaliesAnswer(DetectAnomaliesAnswer.Verdict? DetectAnomalyResult)
{
    /// <summary>The verdict; anomalies and mask are absent for a classification model.</summary>
    internal sealed record Verdict(bool? IsAnomalous, double? Confidence, IReadOnlyList<Anomaly>? Anomalies, byte[]? AnomalyMask)
    {
        /// <summary>The verdict on an image.</summary>
        /// <exception cref="InternalServerException">It is none: a member is missing.</exception>
        public DetectAnomalyResult ToResult(string path, ModelReference model, ImageInfo image, TimeSpan duration) => new()
        {
            Path = path,
            IsAnomalous = IsAnomalous ?? throw Lacks("IsAnomalous"),
            Confidence = Confidence ?? throw Lacks("Confidence"),
            ProjectName = model.ProjectName,
            ModelVersion = model.ModelVersion,
            Width = image.Width,
            Height = image.Height,
            ContentType = image.ContentType,
            Duration = duration,
            Anomalies = Anomalies,
            AnomalyMask = AnomalyMask,
        };

        private static InternalServerException Lacks(string member) => new($"The answer is not one of an anomaly detection: it lacks {member}.");
    }
}
