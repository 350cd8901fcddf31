using LookoutVision.Benchmarks.Accuracy.Data;
using LookoutVision.Benchmarks.Accuracy.Figures;
using LookoutVision.Datasets;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Training;
using LookoutVision.Local;

namespace LookoutVision.Benchmarks.Accuracy.Synthetic;

/// <summary>Trains on sound parts alone and judges others as they are, and with one small defect each painted on them.</summary>
/// <param name="size">The defects' size, as <see cref="DefectPainter"/> takes it.</param>
/// <param name="resize">Whether images may differ in size.</param>
/// <param name="pictures">Where the painted pictures are written, to be looked at; null: nowhere.</param>
internal sealed class SyntheticRun(double size, bool resize, string? pictures)
{
    private readonly DefectPainter _painter = new(size);

    public SyntheticFigures Measure(Split split)
    {
        var input = TrainingInput.From(Normals(split.Train), Normals(split.Test));
        TestCheck.Require(input, resize, CancellationToken.None);
        var model = Trainer.Train(input.Train, [], new() { Seed = split.Seed, Resize = resize }, null, CancellationToken.None).Model;
        var sound = new List<Detection>();
        var painted = Enum.GetValues<DefectKind>().ToDictionary(k => k, _ => new List<Detection>());
        for (var i = 0; i < input.Test.Count; i++)
        {
            var image = input.Test[i].LoadImage();
            sound.Add(model.Detect(image));
            foreach (var (kind, detections) in painted)
            {
                var defective = _painter.Paint(image, kind, new Random((((split.Seed * 1009) + i) * 31) + (int)kind));
                Save(defective, $"{split.Name}-{Path.GetFileNameWithoutExtension(input.Test[i].Name)}-{kind}.png");
                detections.Add(model.Detect(defective));
            }
        }

        return SyntheticFigures.From(split.Name, sound, painted);
    }

    private static Dataset Normals(Dataset dataset) =>
        new([.. dataset.Entries.Where(e => e.IsAnomalous == false).Select(e => e with { MaskRef = null })]);

    private void Save(RasterImage image, string name)
    {
        if (pictures is not null)
        {
            Directory.CreateDirectory(pictures);
            File.WriteAllBytes(Path.Combine(pictures, name), PngEncoder.Encode(image));
        }
    }
}
