using System.Text.Json.Nodes;
using LookoutVision.Hosting;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Service;
using LookoutVision.Service.Model;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Service;

/// <summary>Every operation as it goes over the wire, by the service's published model.</summary>
public sealed class OperationTests
{
    private const string Tags = "tags/arn%3Aaws%3Alookoutvision%3Aus-east-1%3A123456789012%3Amodel%2Fp1%2F1";
    private const string Source = """{"GroundTruthManifest":{"S3Object":{"Bucket":"bucket","Key":"train.manifest"}}}""";
    private const string Output = """{"S3Location":{"Bucket":"bucket","Prefix":"out/"}}""";
    private const string Packaging =
        """{"Greengrass":{"TargetDevice":"jetson_xavier","S3OutputLocation":{"Bucket":"bucket"},"ComponentName":"vision"}}""";

    private static readonly (string Operation, string Line, string Body)[] Calls =
    [
        ("CreateDataset", "POST projects/p1/datasets", $$"""{"DatasetType":"train","DatasetSource":{{Source}}}"""),
        ("CreateModel", "POST projects/p1/models", $$"""{"Description":"the first","OutputConfig":{{Output}},"Tags":[{"Key":"line","Value":"2"}]}"""),
        ("CreateProject", "POST projects", """{"ProjectName":"p1"}"""),
        ("DeleteDataset", "DELETE projects/p1/datasets/train", ""),
        ("DeleteModel", "DELETE projects/p1/models/1", ""),
        ("DeleteProject", "DELETE projects/p1", ""),
        ("DescribeDataset", "GET projects/p1/datasets/train", ""),
        ("DescribeModel", "GET projects/p1/models/1", ""),
        ("DescribeModelPackagingJob", "GET projects/p1/modelpackagingjobs/job-1", ""),
        ("DescribeProject", "GET projects/p1", ""),
        ("DetectAnomalies", "POST projects/p1/models/1/detect", "\u0089PNG"),
        ("ListDatasetEntries", "GET projects/p1/datasets/train/entries?anomalyClass=anomaly&labeled=true&maxResults=5&nextToken=a%2F%2B%3D", ""),
        ("ListModelPackagingJobs", "GET projects/p1/modelpackagingjobs?maxResults=5&nextToken=a%2F%2B%3D", ""),
        ("ListModels", "GET projects/p1/models?maxResults=5&nextToken=a%2F%2B%3D", ""),
        ("ListProjects", "GET projects?maxResults=5&nextToken=a%2F%2B%3D", ""),
        ("ListTagsForResource", $"GET {Tags}", ""),
        ("StartModel", "POST projects/p1/models/1/start", """{"MinInferenceUnits":1,"MaxInferenceUnits":2}"""),
        ("StartModelPackagingJob", "POST projects/p1/modelpackagingjobs", $$"""{"ModelVersion":"1","JobName":"job-1","Configuration":{{Packaging}},"Description":"the first"}"""),
        ("StopModel", "POST projects/p1/models/1/stop", ""),
        ("TagResource", $"POST {Tags}", """{"Tags":[{"Key":"line","Value":"2"}]}"""),
        ("UntagResource", $"DELETE {Tags}?tagKeys=a&tagKeys=b", ""),
        ("UpdateDatasetEntries", "PATCH projects/p1/datasets/train/entries", """{"Changes":"e30="}"""),
    ];

    [WireFact]
    public async Task EveryOperationIsSentAsTheServiceHasItAndSignedOverAllThatIsSent()
    {
        using var server = new WireServer();
        ServiceUnderTest.LargeImage(server);
        var api = ApiOf(server);

        foreach (var operation in ServiceOperations.All)
        {
            await CallAsync(api, operation, "p1");
        }

        Assert.Equal(
            Calls.Select(call => $"{call.Operation}: {call.Line} {call.Body}"),
            ServiceOperations.All.Zip(server.Requests, (operation, request) => $"{operation.Name}: {LineOf(request)} {BodyOf(request)}"));
        var told = server.VerifySignatures();
        Assert.Contains("BAD []", told, StringComparison.Ordinal);
        Assert.DoesNotContain("unsigned", told, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            ServiceOperations.All.Zip(server.Requests),
            pair => Assert.Equal(pair.First.IdempotencyToken is not null, HeadOf(pair.Second).Contains("\r\nX-Amzn-Client-Token: ", StringComparison.OrdinalIgnoreCase)));
    }

    [WireFact]
    public async Task AnErrorOfAnyOperationIsTheLibrarysWithWhatItIsAbout()
    {
        using var server = new WireServer();
        var api = ApiOf(server);

        foreach (var operation in ServiceOperations.All.Where(o => o.PathTemplate.Contains("{projectName}", StringComparison.Ordinal)))
        {
            var error = await Assert.ThrowsAsync<ConflictException>(() => CallAsync(api, operation, "err-409"));

            Assert.Equal(("Model version 1 is not hosted.", "err-409/1", "MODEL"), (error.Message, error.ResourceId, error.ResourceType));
        }
    }

    private static IServiceApi ApiOf(WireServer server) => HostConnector.Connect(
        new() { EndpointUrl = server.Endpoint.AbsoluteUri, Region = "eu-west-1", AccessKey = "AKIDEXAMPLE", SecretKey = "wJalrXUtnFEMI" },
        RemoteHosts.Connect).Api!;

    private static Task<JsonObject> CallAsync(IServiceApi api, ServiceOperation operation, string project)
    {
        var image = operation.Name == "DetectAnomalies" ? ImageSource.FromBytes([0x89, (byte)'P', (byte)'N', (byte)'G'], "part.png") : null;
        var given = JsonNode.Parse($$"""
            {
              "ProjectName": "{{project}}", "ModelVersion": "1", "DatasetType": "train", "DatasetSource": {{Source}}, "Description": "the first",
              "OutputConfig": {{Output}}, "Tags": [{"Key": "line", "Value": "2"}], "JobName": "job-1", "Configuration": {{Packaging}},
              "ContentType": "image/png", "MinInferenceUnits": 1, "MaxInferenceUnits": 2, "Changes": "e30=", "TagKeys": ["a", "b"],
              "ResourceArn": "arn:aws:lookoutvision:us-east-1:123456789012:model/p1/1", "Labeled": true, "AnomalyClass": "anomaly",
              "NextToken": "a/+=", "MaxResults": 5
            }
            """)!.AsObject();
        var input = operation.Input.Where(m => given.ContainsKey(m.Name)).Select(m => KeyValuePair.Create(m.Name, given[m.Name]?.DeepClone()));
        return api.CallAsync(operation, new(input), image, default);
    }

    private static string HeadOf(JsonNode request) => request["raw"]!.GetValue<string>();

    private static string LineOf(JsonNode request) =>
        HeadOf(request).Split(" HTTP/")[0].Replace("/2020-11-20/", "", StringComparison.Ordinal);

    private static string BodyOf(JsonNode request) => request["body_head"]!.GetValue<string>();
}
