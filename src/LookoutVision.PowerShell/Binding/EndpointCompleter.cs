using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LookoutVision.Binding;

/// <summary>Completes how the endpoints begin that there are.</summary>
public sealed class EndpointCompleter : IArgumentCompleter
{
    private static readonly (string Text, string ToolTip)[] Endpoints =
    [
        ("local", "This machine, with the store of this account"),
        ("local:", "This machine, with the store in the folder that follows"),
        ("http://localhost:8780", "The server of this machine: lookoutvision serve"),
        ("https://", "A server that speaks the Lookout for Vision API"),
        ("sagemaker:", "Endpoints of Amazon SageMaker; sagemaker://REGION for those of another region"),
        ("unix:", "The Edge Agent of this device; unix:PATH for one that listens elsewhere"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => Endpoints
        .Where(endpoint => endpoint.Text.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
        .Select(endpoint => new CompletionResult(endpoint.Text, endpoint.Text, CompletionResultType.ParameterValue, endpoint.ToolTip));
}
