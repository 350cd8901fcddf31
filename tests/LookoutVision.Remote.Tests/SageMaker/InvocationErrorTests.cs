using LookoutVision.Batch;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.SageMaker;

/// <summary>What an endpoint says when it does not judge, by the published errors of InvokeEndpoint.</summary>
[Collection(nameof(AwsEnvironment))]
public sealed class InvocationErrorTests
{
    private const string Verdict = """{"Source": {"Type": "direct"}, "IsAnomalous": false, "Confidence": 0.75}""";

    [Theory]
    [InlineData(400, "image is 2x2, 64x64 expected", typeof(ValidationException), "answered 400: image is 2x2, 64x64 expected.")]
    [InlineData(400, "{\"message\": \"bad image\"}", typeof(ValidationException), "answered 400: bad image.")]
    [InlineData(413, "too large", typeof(ValidationException), "answered 413: too large.")]
    [InlineData(429, "busy", typeof(ThrottlingException), "answered 429: busy.")]
    [InlineData(500, "out of memory", typeof(InternalServerException), "answered 500: out of memory.")]
    [InlineData(504, "", typeof(InternalServerException), "Received server error")]
    public async Task WhatTheContainerSaidIsToldAndNotAskedForAgain(int status, string words, Type type, string told)
    {
        var body = $$"""{"Message":"Received server error from primary","OriginalMessage":{{System.Text.Json.JsonSerializer.Serialize(words)}},"OriginalStatusCode":{{status}}}""";
        using var server = new StubServer((_, context) => AnswerAsync(context, 424, "ModelError", body));
        using var sageMaker = new SageMakerUnderTest(server.Endpoint);

        var error = await Assert.ThrowsAnyAsync<LookoutVisionException>(() => sageMaker.Host.DetectAnomaliesAsync(new("defects", "1"), Part, default));

        Assert.Equal(type, error.GetType());
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction ?? "throttled");
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("ModelNotReadyException", "The model is still being loaded")]
    [InlineData("ThrottlingException", null)]
    public async Task AnEndpointThatIsNotReadyOrAskedTooMuchIsAskedAgainByTheBatch(string code, string? action)
    {
        using var server = new StubServer((stub, context) => stub.Requests.Count <= 2
            ? AnswerAsync(context, 429, code, """{"Message":"Not now."}""")
            : AnswerAsync(context, 200, null, Verdict));
        using var sageMaker = new SageMakerUnderTest(server.Endpoint);

        var error = await Assert.ThrowsAsync<ThrottlingException>(() => sageMaker.Host.DetectAnomaliesAsync(new("defects", "1"), Part, default));
        var outcomes = new List<DetectionOutcome>();
        await foreach (var outcome in DetectionBatch.RunAsync(sageMaker.Host, new("defects", "1"), Parts(), new() { ThrottleLimit = 1 }, default))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal("Not now.", error.Message);
        Assert.StartsWith(action ?? "", error.RecommendedAction ?? "", StringComparison.Ordinal);
        Assert.False(Assert.Single(outcomes).Result!.IsAnomalous);
        Assert.Equal(3, server.Requests.Count);
    }

    private static ImageSource Part => ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "part.png");

    private static async IAsyncEnumerable<ImageSource> Parts()
    {
        await Task.CompletedTask;
        yield return Part;
    }

    private static Task AnswerAsync(System.Net.HttpListenerContext context, int status, string? code, string body)
    {
        if (code is not null)
        {
            context.Response.AddHeader("x-amzn-ErrorType", code);
        }

        return StubServer.AnswerAsync(context, (status, body));
    }
}
