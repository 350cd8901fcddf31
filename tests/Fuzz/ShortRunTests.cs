namespace LookoutVision.Fuzz;

/// <summary>A few thousand bad inputs of each kind, the same ones every time.</summary>
public class ShortRunTests
{
    [Theory]
    [InlineData("jpeg", 4000)]
    [InlineData("png", 4000)]
    [InlineData("manifest", 4000)]
    [InlineData("request", 4000)]
    [InlineData("signature", 4000)]
    [InlineData("query", 4000)]
    [InlineData("model", 100)]
    public void Nothing_but_answers_and_promised_errors(string target, int executions)
    {
        var report = new FuzzRun(FuzzTargets.Find(target), 1).Run(0, executions);

        Assert.Empty(report.Findings);
        Assert.Equal(executions, report.Executions);
        Assert.InRange(report.Refused, executions / 10, executions - 1);
    }
}
