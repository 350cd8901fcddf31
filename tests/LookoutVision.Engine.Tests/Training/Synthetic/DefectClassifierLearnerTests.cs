using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Training.Synthetic;

namespace LookoutVision.Engine.Tests.Training.Synthetic;

public class DefectClassifierLearnerTests
{
    [Fact]
    public void Where_nothing_is_bent_trust_gets_no_say()
    {
        var classifier = DefectClassifierLearner.Fit([Examples(soundTrust: 0)], 0, default);
        Assert.All(Enumerable.Range(0, DefectClassifier.Units), unit =>
            Assert.Equal(0, classifier.Hidden[(unit * DefectClassifier.Inputs) + DefectClassifier.TrustInput]));
    }

    [Fact]
    public void Where_sound_cells_are_bent_far_a_cell_bent_far_is_less_like_a_defect()
    {
        var classifier = DefectClassifierLearner.Fit([Examples(soundTrust: -1.5f)], 0, default);
        var random = new Random(9);
        for (var i = 0; i < 20; i++)
        {
            var inputs = Cell(random, 0);
            var trusted = LogOdds(classifier, inputs);
            inputs[DefectClassifier.TrustInput] = -1.5f;
            Assert.True(LogOdds(classifier, inputs) < trusted - 1);
        }
    }

    /// <summary>Cells that differ by their trust alone.</summary>
    private static DefectExamples Examples(float soundTrust)
    {
        var random = new Random(3);
        return new(0, [.. Enumerable.Range(0, 300).Select(_ => Cell(random, soundTrust))], [.. Enumerable.Range(0, 300).Select(_ => Cell(random, 0))]);
    }

    private static float[] Cell(Random random, float trust)
    {
        var inputs = Enumerable.Range(0, DefectClassifier.Inputs).Select(_ => random.NextSingle() - 0.5f).ToArray();
        inputs[DefectClassifier.TrustInput] = trust;
        inputs[^1] = 1;
        return inputs;
    }

    private static float LogOdds(DefectClassifier classifier, float[] inputs)
    {
        using var image = new FloatImage(1, 1, DefectClassifier.Inputs, inputs);
        using var units = classifier.Activate(image);
        return classifier.LogOdds(units.Pixel(0));
    }
}
