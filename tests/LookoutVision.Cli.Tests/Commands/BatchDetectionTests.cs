using System.Net;
using LookoutVision.Testing;

namespace LookoutVision.Cli.Tests.Commands;

[Collection(nameof(Environment))]
public sealed class BatchDetectionTests : IDisposable
{
    private const string Job =
        """{"TransformJobName":"march","TransformJobStatus":"Completed","ModelName":"lines","CreationTime":1772388000,"TransformInput":{"ContentType":"image/jpeg","DataSource":{"S3DataSource":{"S3DataType":"S3Prefix","S3Uri":"s3://parts/in/"}}},"TransformOutput":{"S3OutputPath":"s3://parts/out/march"},"TransformResources":{"InstanceType":"ml.c5.2xlarge","InstanceCount":1}}""";

    private static readonly string[] Services = ["AWS_ENDPOINT_URL_SAGEMAKER", "AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", "AWS_ENDPOINT_URL_S3"];

    private readonly StubServer _server = new((server, context) => StubServer.AnswerAsync(context, Answer(context.Request, server)));

    public BatchDetectionTests() => Point(_server.Endpoint.AbsoluteUri);

    public void Dispose()
    {
        Point(null);
        _server.Dispose();
    }

    [Fact]
    public async Task ARunIsStartedAndTold()
    {
        var run = await RunAsync("start-batch-detection --project-name lines --input-uri s3://parts/in --output-uri s3://parts/out --name march --instance-count 2");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var told = run.Json["BatchDetections"]!.AsArray()[0]!;
        Assert.Equal(("march", "Completed", "s3://parts/out/march"), ((string)told["Name"]!, (string)told["Status"]!, (string)told["OutputUri"]!));
        var asked = _server.Requests.Single(r => r.Target == "SageMaker.CreateTransformJob").Json!;
        Assert.Equal(("lines", "march", 2), ((string)asked["ModelName"]!, (string)asked["TransformJobName"]!, (int)asked["TransformResources"]!["InstanceCount"]!));
    }

    [Fact]
    public async Task RunsAreDescribedListedAndStopped()
    {
        var described = await RunAsync("describe-batch-detection --name march --query BatchDetection.[Status,ModelName] --output text");
        var listed = await RunAsync("list-batch-detections --query BatchDetections[].Name --output text");
        var stopped = await RunAsync("stop-batch-detection --name night");
        var missing = await RunAsync("describe-batch-detection --name none");

        Assert.Equal("Completed\tlines\n", described.Output);
        Assert.Equal("march\n", listed.Output);
        Assert.Equal("InProgress", (string)stopped.Json["BatchDetection"]!["Status"]!);
        Assert.Contains(_server.Requests, r => r.Target == "SageMaker.StopTransformJob");
        Assert.Equal(254, missing.ExitCode);
        Assert.Contains("(ResourceNotFoundException) when calling the DescribeBatchDetection operation: There is no batch detection 'none'.", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResultsAreWrittenAsThoseOfManyPhotographsAndOneThatFailedIsTold()
    {
        var run = await RunAsync("get-batch-detection-results --name march --wait");
        var rows = await RunAsync("get-batch-detection-results --name march --output csv");

        Assert.Equal(254, run.ExitCode);
        var results = run.Json["DetectAnomalyResults"]!.AsArray();
        Assert.Equal(("s3://parts/in/a.jpg", true), ((string)results[0]!["Path"]!, (bool)results[0]!["DetectAnomalyResult"]!["IsAnomalous"]!));
        Assert.Equal("s3://parts/in/b.jpg", (string)results[1]!["Path"]!);
        Assert.Contains("'s3://parts/in/b.jpg' has no result", run.Error, StringComparison.Ordinal);
        Assert.Contains("s3://parts/in/a.jpg,True,0.75", rows.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("start-batch-detection --project-name lines", 252, "the following arguments are required: --input-uri, --output-uri")]
    [InlineData("start-batch-detection --project-name lines --input-uri s3://a --output-uri s3://b --instance-count 0", 252, "--instance-count")]
    [InlineData("start-batch-detection --project-name lines --input-uri /data --output-uri s3://b", 254, "'/data' is no place in Amazon S3")]
    [InlineData("stop-batch-detection", 252, "the following arguments are required: --name")]
    [InlineData("list-batch-detections --endpoint-url http://127.0.0.1:9", 253, "--endpoint-url sagemaker://REGION")]
    public async Task WhatIsMissingIsSaid(string command, int exitCode, string told)
    {
        var run = await RunAsync(command);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    private static (int Status, string Body) Answer(HttpListenerRequest request, StubServer server) => request.Headers["X-Amz-Target"] switch
    {
        "SageMaker.DescribeTransformJob" => (string)server.Requests.Last().Json!["TransformJobName"]! switch
        {
            "none" => (400, """{"__type":"ResourceNotFound","Message":"Could not find requested job with name: none"}"""),
            "night" => (200, """{"TransformJobName":"night","TransformJobStatus":"InProgress"}"""),
            _ => (200, Job),
        },
        "SageMaker.ListTransformJobs" => (200, """{"TransformJobSummaries":[{"TransformJobName":"march","TransformJobStatus":"Completed"}]}"""),
        "SageMaker.DescribeModel" => (200, """{"ModelName":"lines"}"""),
        "SageMaker.ListEndpointConfigs" or "SageMaker.CreateTransformJob" or "SageMaker.StopTransformJob" => (200, "{}"),
        not null => (400, """{"__type":"ValidationException","Message":"Could not find it."}"""),
        null when request.RawUrl!.Contains("list-type=2", StringComparison.Ordinal) => (200,
            "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>in/a.jpg</Key><Size>9</Size></Contents><Contents><Key>in/b.jpg</Key><Size>9</Size></Contents></ListBucketResult>"),
        null when request.RawUrl!.EndsWith("a.jpg.out", StringComparison.Ordinal) => (200, """{"IsAnomalous": true, "Confidence": 0.75}"""),
        null => (404, "<Error><Code>NoSuchKey</Code></Error>"),
    };

    private static void Point(string? server)
    {
        foreach (var service in Services)
        {
            Environment.SetEnvironmentVariable(service, server);
        }
    }

    private static Task<CommandRun> RunAsync(string command)
    {
        string[] words = [.. command.Split(' '), .. command.Contains("--endpoint-url", StringComparison.Ordinal) ? [] : new[] { "--endpoint-url", "sagemaker://eu-west-1" }];
        return CommandRun.OfAsync([.. words, "--no-sign-request"]);
    }
}
