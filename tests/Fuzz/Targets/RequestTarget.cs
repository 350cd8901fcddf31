using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Files;
using LookoutVision.Service.Model;
using LookoutVision.Service.Validation;

namespace LookoutVision.Fuzz.Targets;

/// <summary>JSON bodies of requests to the server; the first byte chooses the operation.</summary>
internal sealed class RequestTarget : IFuzzTarget
{
    private static readonly string[] Bodies =
    [
        """{"ProjectName":"bolts","DatasetType":"train","DatasetSource":{"GroundTruthManifest":{"S3Object":{"Bucket":"parts","Key":"a/b.manifest","VersionId":"1"}}}}""",
        """{"ProjectName":"bolts","Description":"first","OutputConfig":{"S3Location":{"Bucket":"parts","Prefix":"out/"}},"KmsKeyId":"k","Tags":[{"Key":"line","Value":"7"},{"Key":"a","Value":""}]}""",
        """{"ProjectName":"bolts","ModelVersion":"1","MinInferenceUnits":1,"MaxInferenceUnits":5,"MaxResults":100,"NextToken":"abc"}""",
        """{"ProjectName":"bolts","DatasetType":"test","Labeled":true,"AnomalyClass":"normal","BeforeCreationDate":1596240000.5,"SourceRefContains":"x","Changes":"e30="}""",
        """{"ProjectName":"bolts","ModelVersion":"1","JobName":"j","Configuration":{"Greengrass":{"CompilerOptions":"{\"gpu-code\":\"sm_75\"}","TargetPlatform":{"Os":"LINUX","Arch":"ARM64","Accelerator":"NVIDIA"},"S3OutputLocation":{"Bucket":"b"},"ComponentName":"c","ComponentVersion":"1.0.0"}}}""",
        """{"ResourceArn":"arn:aws:lookoutvision:us-east-1:123456789012:model/bolts/1","TagKeys":["a","b"],"Tags":[{"Key":"k","Value":"v"}]}""",
    ];

    public string Name => "request";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. from operation in Enumerable.Range(0, ServiceOperations.All.Count)
           from body in Bodies
           select (byte[])[(byte)operation, .. Encoding.UTF8.GetBytes(body)],
    ];

    public void Mend(byte[] input)
    {
        // JSON has no checksum.
    }

    public bool Refuses(byte[] input)
    {
        if (input.Length == 0)
        {
            return true;
        }

        try
        {
            var operation = ServiceOperations.All[input[0] % ServiceOperations.All.Count];
            if (JsonInput.Parse(input.AsSpan(1)) is not JsonObject body)
            {
                return true;
            }

            InputValidator.Require(operation, body);
            return false;
        }
        catch (Exception e) when (e is JsonException or ValidationException)
        {
            return true;
        }
    }
}
