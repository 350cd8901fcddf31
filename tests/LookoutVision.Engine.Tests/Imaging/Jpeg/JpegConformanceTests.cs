using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Imaging.Support;
using LookoutVision.Testing;

namespace LookoutVision.Engine.Tests.Imaging.Jpeg;

/// <summary>Files written by cjpeg, and real ones, against djpeg of libjpeg-turbo.</summary>
public class JpegConformanceTests
{
    /// <summary>Every sampling that cjpeg writes and is common, in every process, over widths and heights on both sides of an MCU.</summary>
    public static TheoryData<string, string> Forms
    {
        get
        {
            var forms = new TheoryData<string, string>();
            foreach (var sampling in new[] { "1x1", "2x1", "2x2", "1x2", "4x1", "1x4", "4x2", "2x4" })
            {
                foreach (var process in new[] { "", "-optimize", "-progressive", "-restart 1", "-restart 2B -progressive" })
                {
                    forms.Add(sampling, process);
                }
            }

            return forms;
        }
    }

    [ReferenceToolTheory("cjpeg", "djpeg")]
    [MemberData(nameof(Forms))]
    public void Samplings_and_processes(string sampling, string process) =>
        AssertAsDjpeg(Pattern.Draw(83, 61), ["-sample", sampling, "-quality", "85", .. process.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    [ReferenceToolTheory("cjpeg", "djpeg")]
    [InlineData("-rgb")]
    [InlineData("-grayscale")]
    [InlineData("-grayscale -progressive")]
    [InlineData("-quality 1")]
    [InlineData("-quality 1 -baseline")]
    [InlineData("-quality 12 -progressive")]
    [InlineData("-quality 100 -sample 1x1")]
    [InlineData("-quality 100 -sample 2x2 -progressive")]
    [InlineData("-dct float -smooth 30")]
    public void Colours_and_qualities(string arguments) => AssertAsDjpeg(Pattern.Draw(130, 70), arguments.Split(' '));

    [ReferenceToolTheory("cjpeg", "djpeg")]
    [InlineData("2x2")]
    [InlineData("2x1")]
    [InlineData("1x2")]
    public void Sizes_around_the_filters_ends(string sampling)
    {
        foreach (var width in new[] { 1, 2, 3, 4, 5, 16, 17, 33 })
        {
            foreach (var height in new[] { 1, 2, 17 })
            {
                AssertAsDjpeg(Pattern.Draw(width, height), ["-sample", sampling]);
            }
        }
    }

    [ReferenceToolTheory("djpeg", SharedFolder = "cookies")]
    [InlineData("training-images", 1)]
    public void Photographs(string folder, int every) => AssertFilesAsDjpeg(SharedData.PathOf("cookies", folder), every);

    [ReferenceToolTheory("djpeg", SharedFolder = "magnetic-tile")]
    [InlineData("blowhole", 5)]
    [InlineData("normal", 5)]
    public void Grey_photographs_of_every_size(string folder, int every) =>
        AssertFilesAsDjpeg(SharedData.PathOf("magnetic-tile", folder), every);

    private static void AssertFilesAsDjpeg(string folder, int every)
    {
        var files = Directory.GetFiles(folder, "*.jpg").Order().Where((_, index) => index % every == 0).ToArray();
        Assert.NotEmpty(files);
        Parallel.ForEach(files, file => AssertAsDjpeg(File.ReadAllBytes(file)));
    }

    private static void AssertAsDjpeg(RasterImage drawn, string[] arguments) =>
        AssertAsDjpeg(ReferenceTool.Run("cjpeg", Pnm.Write(drawn), arguments));

    private static void AssertAsDjpeg(byte[] file)
    {
        var expected = Pnm.Read(ReferenceTool.Run("djpeg", file, "-pnm"));

        var image = ImageCodec.Decode(file);

        Assert.Equal((expected.Width, expected.Height), (image.Width, image.Height));
        var rgb = expected.ToRgb();
        var largest = 0;
        for (var i = 0; i < rgb.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(image.Pixels[i] - rgb[i]));
        }

        // Two levels would do; so far it is none.
        Assert.Equal(0, largest);
    }
}
