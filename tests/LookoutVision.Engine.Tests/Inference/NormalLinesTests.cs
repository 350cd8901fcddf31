using LookoutVision.Engine.Features;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

[Collection(nameof(TrainedModel))]
public class NormalLinesTests(TrainedModel trained)
{
    [Fact]
    public void A_cell_is_as_strange_as_its_strangest_kind_of_line_is_beyond_what_its_place_shows()
    {
        // Two places, of two cells each; all kinds but the first and the last are as usual.
        var normal = new NormalLines(Kinds((0.1f, 0.2f), (0.4f, 0.1f)), Kinds((0.05f, 0.1f), (0.1f, 0.02f)));
        var lines = Kinds((0.2f, 0.3f), (0.05f, 0.1f), (0.5f, 0.2f), (0.9f, 0.9f));

        var strangeness = normal.Strangeness(lines, [false, false, false, true]);

        Assert.Equal([2, 0, 5, 0], strangeness, (expected, actual) => Math.Abs(expected - actual) < 1e-4);
        Assert.Equal(MathF.Log(5), NormalLines.Statistic(strangeness), 1e-4f);
    }

    /// <summary>Values of the first and of the last kind of line in each cell, and between them the first one.</summary>
    private static FloatImage Kinds(params (float First, float Last)[] cells) => new(
        cells.Length, 1, LineDetector.Kinds,
        [.. cells.SelectMany(c => Enumerable.Repeat(c.First, LineDetector.Kinds - 1).Append(c.Last))]);

    [Fact]
    public void A_file_whose_deviations_are_none_is_refused()
    {
        var honest = trained.Model;
        var (means, deviations) = honest.Lines;
        var none = new FloatImage(deviations.Width, deviations.Height, deviations.Channels);
        var forged = new AnomalyModel(honest.Scale, honest.Views, new NormalLines(means, none), honest.Head)
        {
            Segmenter = honest.Segmenter,
            Labels = honest.Labels,
            Origin = honest.Origin,
        };
        using var file = new MemoryStream();
        forged.Save(file);
        file.Position = 0;
        Assert.Throws<ModelFormatException>(() => AnomalyModel.Load(file));
    }
}
