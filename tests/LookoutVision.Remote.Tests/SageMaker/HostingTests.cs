using LookoutVision.Hosting;
using LookoutVision.Remote.Tests.Support;

namespace LookoutVision.Remote.Tests.SageMaker;

[Collection(nameof(AwsEnvironment))]
public sealed class HostingTests(MotoFixture fixture) : IAsyncLifetime
{
    private static readonly ModelReference Defects = new("defects", "latest");

    private SageMakerUnderTest? _sageMaker;

    private IModelHost Host => _sageMaker!.Host;

    public async Task InitializeAsync()
    {
        if (MotoServer.Lack is null)
        {
            await fixture.Server.ResetAsync();
            _sageMaker = new(fixture.Server.Endpoint);
            await _sageMaker.MakeModelAsync("lines");
        }
    }

    public Task DisposeAsync()
    {
        _sageMaker?.Dispose();
        return Task.CompletedTask;
    }

    [MotoFact]
    public async Task AnEndpointIsMadeAskedAndDeletedAndItsConfigurationStays()
    {
        await _sageMaker!.MakeConfigAsync("defects", "lines");
        await fixture.Server.AnswerNextAsync("""{"Source": {"Type": "direct"}, "IsAnomalous": true, "Confidence": 0.75}""");

        var before = await Host.DescribeModelAsync(Defects, default);
        var started = await Host.StartModelAsync(Defects, InferenceUnits.One, default);
        var model = await DefaultModel.ResolveAsync(Host, "defects", null, null, default);
        var result = await Host.DetectAnomaliesAsync(model, ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "part.png"), default);
        var stopped = await Host.StopModelAsync(model, default);

        Assert.Equal(["defects/defects (TRAINED)", "defects/defects (HOSTED)", "defects/defects (TRAINED)"], new[] { before, started, stopped }.Select(m => $"{m}"));
        Assert.Equal("lines on 1 ml.c5.2xlarge", before.Description);
        Assert.Equal((true, 0.75, "defects", "defects"), (result.IsAnomalous, result.Confidence, result.ProjectName, result.ModelVersion));
        Assert.Equal("defects/defects (TRAINED)", $"{await Host.DescribeModelAsync(Defects, default)}");
        Assert.Equal("defects/defects (HOSTED)", $"{await Host.StartModelAsync(new(stopped.ProjectName, stopped.ModelVersion), InferenceUnits.One, default)}");
    }

    [MotoFact]
    public async Task TheAnswerMayHaveTheServicesWrapperAndAMask()
    {
        var mask = ServiceUnderTest.SmallImage();
        await fixture.Server.AnswerNextAsync($$$"""
            {"DetectAnomalyResult": {"IsAnomalous": false, "Confidence": 1, "New": [], "AnomalyMask": "{{{Convert.ToBase64String(mask)}}}",
             "Anomalies": [{"Name": "background", "PixelAnomaly": {"TotalPercentageArea": 1.0, "Color": "#FFFFFF"}}]}}
            """);

        var result = await Host.DetectAnomaliesAsync(new("wrapped", "latest"), ImageSource.FromBytes(mask, "part.png"), default);

        Assert.Equal((false, 1.0, "background 100%"), (result.IsAnomalous, result.Confidence, $"{result.Anomalies}"));
        Assert.Equal(mask, result.AnomalyMask);
    }

    [MotoFact]
    public async Task AnAnswerThatIsNoVerdictIsSaid()
    {
        await fixture.Server.AnswerNextAsync("""{"predictions": [1]}""");

        var error = await Assert.ThrowsAsync<InternalServerException>(
            () => Host.DetectAnomaliesAsync(new("other", "latest"), ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "part.png"), default));

        Assert.Contains("lacks IsAnomalous", error.Message, StringComparison.Ordinal);
    }

    [MotoFact]
    public async Task TheConfigurationIsTheNamedOneOrTheNewestOfTheName()
    {
        await _sageMaker!.MakeConfigAsync("defects-1", "lines");
        await _sageMaker.MakeConfigAsync("defects-2", "lines");
        await _sageMaker.MakeConfigAsync("others", "lines");

        Assert.Equal("defects-2", (await Host.DescribeModelAsync(Defects, default)).ModelVersion);
        Assert.Equal("defects/defects-1 (HOSTED)", $"{await Host.StartModelAsync(new("defects", "defects-1"), InferenceUnits.One, default)}");
        Assert.Equal("defects-1", (await Host.DescribeModelAsync(Defects, default)).ModelVersion);
        Assert.Equal(["defects/defects-1 (HOSTED)", "defects/defects-2 (TRAINED)"], await ListAsync("defects"));
        Assert.Equal(["defects/defects-1 (HOSTED)"], await ListAsync(null));
    }

    [MotoFact]
    public async Task WithoutAConfigurationTheWayToOneIsSaid()
    {
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Host.StartModelAsync(Defects, InferenceUnits.One, default));
        var named = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Host.StartModelAsync(new("defects", "cfg-9"), InferenceUnits.One, default));
        var listed = await Assert.ThrowsAsync<ResourceNotFoundException>(() => ListAsync("defects"));

        Assert.Contains("aws sagemaker create-endpoint-config --endpoint-config-name defects", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("no endpoint configuration 'cfg-9'", named.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, listed.Message);
    }

    [MotoFact]
    public async Task UnitsAreInstances()
    {
        await _sageMaker!.MakeConfigAsync("defects", "lines");

        var tooMany = await Assert.ThrowsAsync<ValidationException>(() => Host.StartModelAsync(Defects, new(3), default));
        var growing = await Assert.ThrowsAsync<ValidationException>(() => Host.StartModelAsync(Defects, new(1, 3), default));
        await Host.StartModelAsync(Defects, InferenceUnits.One, default);
        var again = await Assert.ThrowsAsync<ConflictException>(() => Host.StartModelAsync(Defects, InferenceUnits.One, default));
        var scaled = await Host.StartModelAsync(Defects, new(3), default);

        Assert.Contains("has 1 instance, and 3 are asked for", tooMany.Message, StringComparison.Ordinal);
        Assert.Contains("does not grow", growing.Message, StringComparison.Ordinal);
        Assert.Contains("already", again.Message, StringComparison.Ordinal);
        Assert.Equal((3, 3), (scaled.MinInferenceUnits, (await Host.DescribeModelAsync(Defects, default)).MinInferenceUnits));
    }

    [MotoFact]
    public async Task WhatIsNotThereCannotBeStopped()
    {
        var error = await Assert.ThrowsAsync<ConflictException>(() => Host.StopModelAsync(Defects, default));

        Assert.Contains("no endpoint 'defects'", error.Message, StringComparison.Ordinal);
    }

    private async Task<List<string>> ListAsync(string? project)
    {
        var models = new List<string>();
        await foreach (var model in Host.ListModelsAsync(project, default))
        {
            models.Add($"{model}");
        }

        return models;
    }
}
