using System.Security.Cryptography;
using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;

namespace LookoutVision.Fuzz.Targets;

/// <summary>Model files: of normal parts alone, of labels, and of masks; what is read must be able to judge.</summary>
internal sealed class ModelFileTarget : IFuzzTarget
{
    private static readonly RasterImage Image = DrawnPart.Sample(1).LoadImage();

    private readonly Lazy<IReadOnlyList<byte[]>> _seeds = new(() => [Train(0, false), Train(6, false), Train(6, true)]);

    public string Name => "model";

    public IReadOnlyList<byte[]> Seeds => _seeds.Value;

    public void Mend(byte[] input)
    {
        if (input.Length > ModelFileFormat.HashLength)
        {
            SHA256.HashData(input.AsSpan(..^ModelFileFormat.HashLength)).CopyTo(input, input.Length - ModelFileFormat.HashLength);
        }
    }

    public bool Refuses(byte[] input)
    {
        try
        {
            using var stream = new MemoryStream(input);
            var model = AnomalyModel.Load(stream);
            if ((model.ImageWidth, model.ImageHeight) == (Image.Width, Image.Height))
            {
                var confidence = model.Detect(Image).Confidence;
                return confidence is >= 0 and <= 1 ? false : throw new InvalidOperationException($"The confidence is {confidence}.");
            }

            return false;
        }
        catch (ModelFormatException)
        {
            return true;
        }
    }

    private static byte[] Train(int defective, bool masked)
    {
        TrainingSample[] samples =
        [
            .. Enumerable.Range(0, 10).Select(i => DrawnPart.Sample(i)),
            .. Enumerable.Range(0, defective).Select(i => DrawnPart.Sample(100 + i, 1, masked)),
        ];
        var options = new TrainingOptions { Labels = masked ? DrawnPart.Labels : [] };
        using var stream = new MemoryStream();
        Trainer.Train(samples, [], options, null, CancellationToken.None).Model.Save(stream);
        return stream.ToArray();
    }
}
