using LookoutVision.Engine.Evaluation;
using LookoutVision.Engine.Inference.Segmentation;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>What came of learning to mark defects.</summary>
/// <param name="Segmenter">Learned from all images.</param>
/// <param name="HeldOut">Each image's statistic, by a network that did not see it.</param>
/// <param name="Metrics">Each label's pixel figures, by networks that did not see the images.</param>
internal sealed record LearnedSegmenter(Segmenter Segmenter, float[] HeldOut, IReadOnlyList<LabelMetrics> Metrics);
