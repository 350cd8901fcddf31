using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

public class AlignmentLearnerTests
{
    [Fact]
    public void Parts_that_lie_a_little_differently_are_laid_over_each_other()
    {
        var shifts = Enumerable.Range(0, 10).Select(i => (X: (i * 7 % 11) - 5, Y: (i * 5 % 9) - 4)).ToArray();
        var found = Learn(shifts.Select(s => Shifted(s.X, s.Y)).ToArray());
        Assert.NotNull(found);

        // Which of them is the reference is the learner's choice: the others are moved by their distance from it.
        var reference = Enumerable.Range(0, 10).MinBy(i => Math.Abs(found.Value.Alignments[i].Rigid.X) + Math.Abs(found.Value.Alignments[i].Rigid.Y));
        for (var i = 0; i < shifts.Length; i++)
        {
            Assert.Equal(shifts[i].X - shifts[reference].X, found.Value.Alignments[i].Rigid.X, 0.7);
            Assert.Equal(shifts[i].Y - shifts[reference].Y, found.Value.Alignments[i].Rigid.Y, 0.7);
        }
    }

    [Fact]
    public void Stiff_parts_are_not_bent()
    {
        var found = Learn(Enumerable.Range(0, 10).Select(i => Shifted((i * 7 % 11) - 5, (i * 5 % 9) - 4)).ToArray());
        Assert.All(found!.Value.Alignments, a => Assert.Null(a.Bending));
    }

    [Fact]
    public void Parts_whose_limbs_are_bent_are_bent_over_each_other_also_where_they_lie_right_already()
    {
        var found = Learn(Enumerable.Range(0, 10).Select(i => WithLimb(2 * ((i * 7 % 11) - 5))).ToArray());
        Assert.NotNull(found);
        Assert.All(found.Value.Alignments, a => Assert.NotNull(a.Bending));
    }

    [Fact]
    public void Unrelated_textures_are_left_as_they_are()
    {
        Assert.Null(Learn(Enumerable.Range(0, 10).Select(Texture).ToArray()));
    }

    [Fact]
    public void Parts_that_lie_right_already_are_left_as_they_are()
    {
        Assert.Null(Learn(Enumerable.Range(0, 10).Select(_ => Shifted(0, 0)).ToArray()));
    }

    private static (object Aligner, Alignment[] Alignments)? Learn(RasterImage[] images)
    {
        var samples = images.Select((image, i) => DrawnPart.Sample(i) with { LoadImage = () => image }).ToArray();
        var reader = SampleReader.Open(samples, false, 0, out var thumbnails, CancellationToken.None);
        return AlignmentLearner.Learn(
            reader, images.Length, Enumerable.Range(0, images.Length).ToArray(), thumbnails, 0, CancellationToken.None);
    }

    private static RasterImage Shifted(int shiftX, int shiftY) => Grey((x, y) =>
        60 + (140 * Math.Exp(-((Math.Pow(x - shiftX - 40, 2) / 200) + (Math.Pow(y - shiftY - 50, 2) / 500))))
        + (50 * Math.Exp(-((Math.Pow(x - shiftX - 80, 2) / 300) + (Math.Pow(y - shiftY - 30, 2) / 120)))));

    /// <summary>A body that lies right, and a limb whose tip is up or down by so many pixels.</summary>
    private static RasterImage WithLimb(int tip) => Grey((x, y) =>
    {
        var along = Math.Clamp((x - 45) / 60.0, 0, 1);
        var limb = x is > 40 and < 110 && Math.Abs(y - 50 - (along * along * tip)) < 12;
        return limb || Math.Pow(x - 30, 2) + Math.Pow(y - 50, 2) < 500 ? 190 : 60;
    });

    private static RasterImage Texture(int seed)
    {
        var tones = RandomNumbers.Floats(16 * 12, seed);
        return Grey((x, y) => 128 + (100 * tones[(y / 8 * 16) + (x / 8)]));
    }

    private static RasterImage Grey(Func<int, int, double> level)
    {
        const int width = 128, height = 96;
        var pixels = new byte[width * height * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Clamp(level(i / 3 % width, i / 3 / width), 0, 255);
        }

        return new RasterImage(width, height, pixels);
    }
}
