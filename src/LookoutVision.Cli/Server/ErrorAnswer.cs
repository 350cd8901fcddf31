using System.Globalization;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Server.Security;
using LookoutVision.Service.Model;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server;

/// <summary>An error as it goes over the wire: the code in a header, what it is about in a JSON object.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Message">What a person reads.</param>
internal sealed record ErrorAnswer(int Status, string Code, string Message)
{
    public string? ResourceId { get; init; }

    public string? ResourceType { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Which limit was reached; clients expect one with that error.</summary>
    public string? QuotaCode { get; init; }

    /// <summary>Nothing of an error that is not foreseen is told: it stands in the log, under the request's identifier.</summary>
    public static ErrorAnswer Of(Exception error) => error switch
    {
        RequestRefusedException e => new(e.StatusCode, e.ErrorCode, e.Message),
        LookoutVisionException e when IsOfFile(e) => Of(e) with { Message = "The server has trouble with its files. Its log tells more, under the identifier of this request.", ResourceId = null },
        LookoutVisionException e => Of(e),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(400, nameof(ValidationException), "The body is far too large."),
        BadHttpRequestException => new(400, nameof(ValidationException), "The request is not HTTP as it should be, or its body ended early."),
        _ => new(500, nameof(InternalServerException), "The server failed. Its log tells more, under the identifier of this request."),
    };

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json";
        response.Headers["x-amzn-ErrorType"] = Code;
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var body = new JsonObject { ["Message"] = Message };
        foreach (var (name, value) in new[]
        {
            ("ResourceId", ResourceId), ("ResourceType", ResourceType), ("QuotaCode", QuotaCode), ("ServiceCode", QuotaCode is null ? null : "lookoutvision"),
        })
        {
            if (value is not null)
            {
                body[name] = value;
            }
        }

        await response.WriteAsync(body.ToJsonString());
    }

    /// <summary>Whether it is about a file of the server, which clients learn nothing of.</summary>
    public static bool IsOfFile(Exception error) => error is LookoutVisionException { ResourceId: { } id } && Path.IsPathRooted(id);

    private static ErrorAnswer Of(LookoutVisionException error) =>
        new(ServiceError.Of(error).HttpStatus, error.ErrorCode, $"{error.Message} {error.RecommendedAction}".TrimEnd())
        {
            ResourceId = error.ResourceId,
            ResourceType = error.ResourceType,
            QuotaCode = error is ServiceQuotaExceededException ? "L-HOST" : null,
            RetryAfter = (error as ThrottlingException)?.RetryAfter ?? (error as InternalServerException)?.RetryAfter,
        };
}
