using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Features;

public class RegistrationTests
{
    private const int Width = 256;
    private const int Height = 192;

    [Theory]
    [InlineData(0, 6, -4)]
    [InlineData(3, 0, 0)]
    [InlineData(-7, 12, 9)]
    [InlineData(10, -25, 20)]
    public void An_image_moved_and_turned_is_found_again(double degrees, double x, double y)
    {
        var reference = Scene(0, 0, 0);
        var moved = Scene(degrees * Math.PI / 180, x, y);
        var (found, before, after) = new Aligner(Aligner.Quarter(reference), null).Find(Aligner.Quarter(moved));
        Assert.Equal(degrees * Math.PI / 180, found.Angle, 0.004);
        Assert.Equal(x, found.X, 0.6);
        Assert.Equal(y, found.Y, 0.6);
        Assert.True(after > 0.95 && after > before);
    }

    [Fact]
    public void Laid_over_its_reference_a_moved_image_looks_like_it()
    {
        var reference = Scene(0, 0, 0);
        var aligned = new Aligner(Aligner.Quarter(reference), null).Align(Scene(0.08, 10, -6));
        var worst = 0f;
        for (var y = 40; y < Height - 40; y++)
        {
            for (var x = 40; x < Width - 40; x++)
            {
                worst = Math.Max(worst, Math.Abs(aligned.Image.Image.Pixel((y * Width) + x)[0] - reference.Image.Pixel((y * Width) + x)[0]));
            }
        }

        Assert.True(worst < 0.05, $"lightness differs by {worst}");
    }

    [Fact]
    public void Brightness_and_contrast_do_not_matter()
    {
        var moved = Scene(0.05, 8, 3);
        for (var i = 0; i < moved.Image.Data.Length; i++)
        {
            moved.Image.Data[i] = (0.6f * moved.Image.Data[i]) + 0.2f;
        }

        var found = new Aligner(Aligner.Quarter(Scene(0, 0, 0)), null).Find(Aligner.Quarter(moved)).Transform;
        Assert.Equal(0.05, found.Angle, 0.004);
        Assert.Equal(8, found.X, 0.6);
        Assert.Equal(3, found.Y, 0.6);
    }

    [Fact]
    public void An_image_that_lies_right_already_stays_as_it_is()
    {
        var scene = Scene(0, 0, 0);
        var found = new Aligner(Aligner.Quarter(scene), null).Find(Aligner.Quarter(scene)).Transform;
        Assert.Equal(RigidTransform.Identity, found);
    }

    /// <summary>Smooth blobs at places of their own, and where they lie in an image read through a transform.</summary>
    private static ImagePyramids Scene(double angle, double shiftX, double shiftY)
    {
        var transform = new RigidTransform(angle, shiftX, shiftY).Inverse();
        var image = new FloatImage(Width, Height, 3);
        (double X, double Y, double Size, double Level)[] blobs =
            [(80, 60, 22, 0.5), (170, 70, 14, 0.4), (120, 130, 30, 0.3), (190, 140, 10, -0.2), (70, 120, 9, 0.35)];
        for (var i = 0; i < image.Pixels; i++)
        {
            var (x, y) = transform.Apply(i % Width, i / Width, Width, Height);
            image.Pixel(i)[0] = 0.2f + (float)blobs.Sum(b =>
                b.Level * Math.Exp(-((x - b.X) * (x - b.X) + ((y - b.Y) * (y - b.Y))) / (2 * b.Size * b.Size)));
        }

        return new(image);
    }
}
