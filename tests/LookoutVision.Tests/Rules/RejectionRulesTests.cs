using LookoutVision.Rules;

namespace LookoutVision.Tests.Rules;

/// <summary>The developer guide's reject_on_classification, reject_on_coverage and reject_on_anomaly_types.</summary>
public sealed class RejectionRulesTests
{
    private static readonly DetectAnomalyResult Cracked = Result(true, 0.9, ("cracked", 0.02), ("stain", 0.01));

    [Theory]
    [InlineData(0.9, true)]
    [InlineData(0.91, false)]
    public void By_classification_and_confidence(double minConfidence, bool isRejected) =>
        Assert.Equal(isRejected, new RejectionRules { MinConfidence = minConfidence }.Check(Cracked).IsRejected);

    [Theory]
    [InlineData("cracked", 0.019, true)]
    [InlineData("Cracked", 0.02, false)]
    [InlineData("stain", 0.019, false)]
    [InlineData("other", 0.0, false)]
    [InlineData(null, 0.029, true)]
    [InlineData(null, 0.031, false)]
    public void By_the_coverage_of_a_label_or_of_all(string? label, double maxArea, bool isRejected) =>
        Assert.Equal(isRejected, new RejectionRules { AnomalyName = label, MaxArea = maxArea }.Check(Cracked).IsRejected);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void By_the_number_of_anomaly_types(int maxTypes, bool isRejected) =>
        Assert.Equal(isRejected, new RejectionRules { MaxAnomalyTypes = maxTypes }.Check(Cracked).IsRejected);

    [Fact]
    public void One_limit_that_is_exceeded_is_enough_and_each_is_told()
    {
        var rules = new RejectionRules { MaxArea = 0.01, MaxAnomalyTypes = 1 };

        Assert.Equal("anomalies on 3.00% of the image, more than 1.00%; 2 anomaly types, more than 1", rules.Check(Cracked).Reason);
        Assert.True((rules with { MaxArea = 1 }).Check(Cracked).IsRejected);
    }

    [Fact]
    public void What_is_called_normal_or_is_not_sure_enough_passes_whatever_was_marked()
    {
        Assert.False(new RejectionRules { MaxArea = 0 }.Check(Result(false, 0.9, ("cracked", 0.5))).IsRejected);
        Assert.False(new RejectionRules { MaxArea = 0, MinConfidence = 0.95 }.Check(Cracked).IsRejected);
    }

    [Fact]
    public void A_limit_that_cannot_be_checked_lets_nothing_pass()
    {
        var plain = Cracked with { Anomalies = null };

        Assert.Contains("only classifies", Assert.Throws<ValidationException>(() => new RejectionRules { MaxArea = 0.1 }.Check(plain)).Message);
        Assert.Throws<ValidationException>(() => new RejectionRules { MaxAnomalyTypes = 1 }.Check(plain));
        Assert.True(new RejectionRules().Check(plain).IsRejected);
    }

    private static DetectAnomalyResult Result(bool isAnomalous, double confidence, params (string Name, double Area)[] found) => new()
    {
        Path = "/line/a.jpg",
        IsAnomalous = isAnomalous,
        Confidence = confidence,
        ProjectName = "parts",
        ModelVersion = "1",
        Width = 4,
        Height = 4,
        ContentType = "image/jpeg",
        Duration = TimeSpan.Zero,
        Anomalies =
        [
            new Anomaly(Anomaly.Background, new PixelAnomaly(1 - found.Sum(f => f.Area), "#FFFFFF")),
            .. found.Select(f => new Anomaly(f.Name, new PixelAnomaly(f.Area, "#23A436"))),
        ],
    };
}
