using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Files;
using LookoutVision.Remote.Client;

namespace LookoutVision.Remote.SageMaker;

/// <summary>What errors mean that SageMaker alone has, or tells in its own way.</summary>
internal static class SageMakerErrors
{
    private static readonly string[] Missing = ["Could not find", "not found"];
    private static readonly string[] Existing = ["already existing", "already exists", "in-progress", "in progress"];
    private static readonly string[] MessageMembers = ["message", "Message", "error", "detail"];

    /// <summary>The library's error; null where it means what it does everywhere.</summary>
    public static LookoutVisionException? Read(ServiceErrorException told, ServiceRequest request)
    {
        var name = request.Names.FirstOrDefault();
        return told.ErrorCode switch
        {
            "ModelError" => OfModel(told, name),
            "ModelNotReadyException" => new ThrottlingException(told.Message, told)
            {
                ResourceId = name,
                RetryAfter = told.RetryAfter,
                RecommendedAction = "The model is still being loaded: try again in a minute.",
            },
            "ResourceNotFound" => Absent(told, name),
            "ValidationError" or "ValidationException" when Says(told, Missing) => Absent(told, name),
            "ResourceInUse" => Busy(told),
            "ValidationError" or "ValidationException" when Says(told, Existing) => Busy(told),
            "ValidationError" => new ValidationException(told.Message, told) { ResourceId = name },
            "ResourceLimitExceeded" => new ServiceQuotaExceededException(told.Message, told)
            {
                ResourceId = name,
                RecommendedAction = "Ask AWS for a higher quota of these instances (Service Quotas, Amazon SageMaker), or use another instance type.",
            },
            _ => null,
        };
    }

    /// <summary>What the container behind the endpoint answered, in its own words.</summary>
    private static LookoutVisionException OfModel(ServiceErrorException told, string? endpoint)
    {
        var status = told.Members?["OriginalStatusCode"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 500;
        var words = Words(told.Members?["OriginalMessage"]);
        var message = words.Length == 0 ? told.Message : $"The model behind the endpoint '{endpoint}' answered {status}: {words.TrimEnd('.')}.";
        return status switch
        {
            413 => new ValidationException(message, told) { ImageFault = ImageFault.TooLarge, RecommendedAction = "Save the image as a JPEG, or with fewer pixels." },
            429 => new ThrottlingException(message, told) { ResourceId = endpoint },
            >= 400 and < 500 => new ValidationException(message, told) { RecommendedAction = "Give an image like those the model was trained on." },
            _ => new InternalServerException(message, told)
            {
                ResourceId = endpoint,
                RecommendedAction = $"Look into the endpoint's log in CloudWatch: /aws/sagemaker/Endpoints/{endpoint}.",
            },
        };
    }

    /// <summary>A container's message is text, or JSON with the text in it.</summary>
    private static string Words(JsonNode? message)
    {
        var text = message is JsonValue value && value.TryGetValue<string>(out var told) ? told.Trim() : "";
        try
        {
            var members = text.StartsWith('{') ? JsonInput.Parse(Encoding.UTF8.GetBytes(text)) as JsonObject : null;
            return MessageMembers.Select(m => members?[m]).OfType<JsonValue>().FirstOrDefault()?.ToString() ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static ResourceNotFoundException Absent(ServiceErrorException told, string? name) => new(told.Message, told)
    {
        ResourceId = name,
        ResourceType = "MODEL",
        RecommendedAction = "See what endpoints there are with Get-LVModel, and start one with Start-LVModel.",
    };

    private static ConflictException Busy(ServiceErrorException told) => new(told.Message, told)
    {
        ResourceType = "MODEL",
        RecommendedAction = "See the state of the endpoint with Get-LVModel.",
    };

    private static bool Says(ServiceErrorException told, string[] words) =>
        words.Any(w => told.Message.Contains(w, StringComparison.OrdinalIgnoreCase));
}
