using LookoutVision.Samples;

namespace LookoutVision.Cli.Tests.Samples;

public class SamplePartTests
{
    private const int Width = 288;
    private const int Height = 216;

    public static TheoryData<SampleDefect> Defects =>
        [SampleDefect.Scratch, SampleDefect.Stain, SampleDefect.Chip];

    [Fact]
    public void Draw_TheSameSeedAndNumber_GivesTheSamePicture() =>
        Assert.Equal(Draw(7, SampleDefect.Stain).Photograph.Pixels, Draw(7, SampleDefect.Stain).Photograph.Pixels);

    [Fact]
    public void Draw_AnotherNumber_GivesAnotherPicture() =>
        Assert.NotEqual(Draw(7, SampleDefect.None).Photograph.Pixels, Draw(8, SampleDefect.None).Photograph.Pixels);

    [Fact]
    public void Draw_AGoodPart_HasNoMask() => Assert.Null(Draw(1, SampleDefect.None).Mask);

    [Theory]
    [MemberData(nameof(Defects))]
    public void Mask_MarksWhereTheDefectShows(SampleDefect defect)
    {
        for (var number = 0; number < 6; number++)
        {
            var good = Draw(number, SampleDefect.None).Photograph.Pixels;
            var part = Draw(number, defect);
            var marked = Enumerable.Range(0, Width * Height).Where(i => part.Mask!.Classes[i] == (byte)defect).ToHashSet();
            var changed = Enumerable.Range(0, Width * Height).Where(i => Differs(good, part.Photograph.Pixels, i)).ToHashSet();

            Assert.InRange(marked.Count, 40, Width * Height / 50);
            Assert.True(changed.All(i => HasNeighbour(marked, i)), $"Number {number}: the {defect} shows outside of its mask.");
            Assert.True(marked.Count(changed.Contains) >= 0.7 * marked.Count, $"Number {number}: the mask covers more than the {defect}.");
        }
    }

    private static SamplePart Draw(int number, SampleDefect defect) => new SamplePartGenerator(3, Width, Height).Draw(number, defect);

    private static bool Differs(byte[] a, byte[] b, int pixel) =>
        Enumerable.Range(3 * pixel, 3).Any(i => Math.Abs(a[i] - b[i]) > 8);

    private static bool HasNeighbour(HashSet<int> marked, int pixel) =>
        (from dy in (int[])[-1, 0, 1] from dx in (int[])[-1, 0, 1] select pixel + (dy * Width) + dx).Any(marked.Contains);
}
