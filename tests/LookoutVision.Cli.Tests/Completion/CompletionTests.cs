namespace LookoutVision.Cli.Tests.Completion;

public class CompletionTests
{
    [Theory]
    [InlineData("lookoutvision describe-m", "describe-model\ndescribe-model-packaging-job\n")]
    [InlineData("lookoutvision start-model --min", "--min-inference-units\n")]
    [InlineData("lookoutvision list-projects --output y", "yaml\nyaml-stream\n")]
    [InlineData("lookoutvision create-dataset --dataset-type ", "test\ntrain\n")]
    [InlineData("lookoutvision completion ", "bash\nfish\npwsh\nzsh\n")]
    [InlineData("lookout", "")]
    public async Task WhatMayStandThere_IsTold(string line, string words)
    {
        var run = await CommandRun.OfAsync("complete", $"{line.Length}", line);

        Assert.Equal((0, words, ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task EveryCommandIsOffered_ButTheOneForScripts()
    {
        var offered = (await CommandRun.OfAsync("complete", "14", "lookoutvision ")).Output.Split('\n');

        Assert.Contains("detect-anomalies", offered);
        Assert.Contains("serve", offered);
        Assert.DoesNotContain("complete", offered);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _lookoutvision lookoutvision")]
    [InlineData("zsh", "compdef _lookoutvision lookoutvision")]
    [InlineData("fish", "complete -c lookoutvision")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName lookoutvision")]
    public async Task AScript_IsPrinted(string shell, string line) =>
        Assert.Contains(line, (await CommandRun.OfAsync("completion", shell)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task AnotherShell_IsRefusedWithTheOnesThereAre()
    {
        var run = await CommandRun.OfAsync("completion", "cmd");

        Assert.Equal(252, run.ExitCode);
        Assert.Contains("bash ", run.Error, StringComparison.Ordinal);
    }
}
