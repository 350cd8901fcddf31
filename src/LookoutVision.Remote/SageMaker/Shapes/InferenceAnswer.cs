using System.Text.Json.Serialization;
using LookoutVision.Remote.Service.Shapes;

namespace LookoutVision.Remote.SageMaker.Shapes;

/// <summary>What the model answers: the verdict bare, and with the service's wrapper from containers that were made for its clients.</summary>
internal sealed record InferenceAnswer(
    DetectAnomaliesAnswer.Verdict? DetectAnomalyResult, bool? IsAnomalous, double? Confidence, IReadOnlyList<Anomaly>? Anomalies, byte[]? AnomalyMask)
{
    [JsonIgnore]
    public DetectAnomaliesAnswer.Verdict Verdict => DetectAnomalyResult ?? new(IsAnomalous, Confidence, Anomalies, AnomalyMask);
}
