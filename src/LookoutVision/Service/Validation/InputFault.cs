namespace LookoutVision.Service.Validation;

/// <summary>One thing that is wrong with an operation's input.</summary>
/// <param name="Kind">What.</param>
/// <param name="ClientMessage">In the words of the AWS command and boto3, which check before they send; null where they leave it to the service.</param>
/// <param name="ServiceMessage">In the words of the service; null where it does not mind.</param>
internal sealed record InputFault(InputFaultKind Kind, string? ClientMessage, string? ServiceMessage);
