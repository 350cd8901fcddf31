namespace LookoutVision.Engine.Training.Synthetic;

/// <summary>Cells of one normal image, and of copies of it with made-up defects, as a <see cref="Inference.DefectClassifier"/> looks at them.</summary>
/// <param name="Part">The part of the images that its image is in: the classifier that judges the part does not learn from it.</param>
/// <param name="Sound">The inputs of sound cells.</param>
/// <param name="Defective">The inputs of cells that a defect covers.</param>
internal sealed record DefectExamples(int Part, List<float[]> Sound, List<float[]> Defective);
