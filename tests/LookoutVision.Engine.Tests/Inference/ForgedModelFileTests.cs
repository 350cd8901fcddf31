using System.Text;
using System.Text.Json.Nodes;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

/// <summary>Files whose checksum is right and whose header is nonsense.</summary>
[Collection(nameof(TrainedModel))]
public class ForgedModelFileTests(TrainedModel trained)
{
    private static readonly string?[] Nonsense =
        [null, "null", "-1", "0", "7", "2147483647", "1e300", "\"x\"", "[]", "[null]", "{}", "true"];

    public static TheoryData<string> Members() =>
    [
        "engineVersion", "imageWidth", "imageHeight", "labels", "origin", "workingSize", "workingSize.width", "workingSize.height",
        "workingSize.cellSize", "workingSize.factor", "pooled", "aligned", "views", "supervised", "segmenter", "segmenter.reduction", "segmenter.thresholds",
        "threshold", "slope", "arrays", "arrays.0", "arrays.0.name", "arrays.0.length", "arrays.1.length", "labels.0", "labels.0.name",
        "labels.0.color", "views.0",
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void Nonsense_in_the_header_is_refused_or_does_no_harm(string member)
    {
        var image = DrawnPart.Draw(970, 1).Image;
        foreach (var value in Nonsense)
        {
            var forged = new ForgedModelFile(trained.File);
            Replace(forged.Header, member.Split('.'), value);
            var file = forged.With(Encoding.UTF8.GetBytes(forged.Header.ToJsonString()));
            try
            {
                var model = AnomalyModel.Load(new MemoryStream(file));
                Assert.NotNull(model.Origin);
                Assert.All(model.Labels, label => Assert.NotNull(label.Name));
                Assert.All(model.Labels, label => Assert.NotNull(label.Color));
                Assert.True(model.ImageWidth >= 0 && model.ImageHeight >= 0);
                if (model.ImageWidth == 0)
                {
                    Assert.InRange(model.Detect(image).AnomalyScore, 0, 1);
                }
            }
            catch (ModelFormatException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1, 2")]
    [InlineData("42")]
    public void A_header_that_is_none_is_refused(string header)
    {
        Refused(new ForgedModelFile(trained.File).With(Encoding.UTF8.GetBytes(header)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_header_of_impossible_length_is_refused(int length)
    {
        Refused(new ForgedModelFile(trained.File).With("{}"u8.ToArray(), headerLength: length));
    }

    /// <summary>A comparison with what is no number is false, and false would be "normal".</summary>
    [Fact]
    public void Numbers_that_make_no_verdict_are_an_error_and_not_a_normal_part()
    {
        var (honest, image) = (trained.Model, DrawnPart.Draw(970, 1).Image);
        var statistics = honest.Head.Statistics.Select((s, i) => s with { Scale = i % 2 == 0 ? float.MaxValue : -float.MaxValue }).ToArray();
        var weights = honest.Head.Weights.Select(_ => float.MaxValue).ToArray();
        var heads = new[] { honest.Head with { Statistics = statistics, Weights = weights }, honest.Head with { Slope = double.NaN } };

        foreach (var model in heads.Select(h => new AnomalyModel(honest.Scale, honest.Views, honest.Lines, h) { Segmenter = honest.Segmenter, Origin = honest.Origin }))
        {
            Assert.Throws<ModelFormatException>(() => model.Detect(image));
        }
    }

    private static void Refused(byte[] file) =>
        Assert.Throws<ModelFormatException>(() => AnomalyModel.Load(new MemoryStream(file)));

    /// <summary>Puts a value at a path; null takes the member out.</summary>
    private static void Replace(JsonNode node, string[] path, string? value)
    {
        var parent = path[..^1].Aggregate(node, (n, name) => int.TryParse(name, out var i) ? n[i]! : n[name]!);
        if (int.TryParse(path[^1], out var index))
        {
            parent.AsArray().RemoveAt(index);
            if (value is not null)
            {
                parent.AsArray().Insert(index, JsonNode.Parse(value));
            }
        }
        else if (value is null)
        {
            parent.AsObject().Remove(path[^1]);
        }
        else
        {
            parent[path[^1]] = JsonNode.Parse(value);
        }
    }
}
