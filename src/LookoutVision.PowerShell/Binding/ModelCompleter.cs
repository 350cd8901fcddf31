using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes from what the host has. It never throws, and a slow host completes nothing.</summary>
public abstract class ModelCompleter : IArgumentCompleter
{
    private protected ModelCompleter()
    {
    }

    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    internal Func<ConnectionSettings, HostConnection> Connect { get; set; } = Commands.Hosts.Connect;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? "").Trim('\'', '"');
        var isQuoted = word.Length < wordToComplete?.Length;
        return Propose(fakeBoundParameters)
            .Where(proposal => proposal.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(proposal => new CompletionResult(
                Quote(proposal.Text, isQuoted), proposal.Text, CompletionResultType.ParameterValue, proposal.ToolTip));
    }

    /// <summary>As it has to be typed.</summary>
    internal static string Quote(string text, bool isQuoted) =>
        isQuoted || !text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') || text.StartsWith('-')
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
            : text;

    /// <summary>Every value there is, with what to say about it.</summary>
    internal IReadOnlyList<(string Text, string ToolTip)> Propose(IDictionary bound)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var work = Task.Run(() => ProposeAsync(Connect(SettingsOf(bound)), bound, patience.Token), patience.Token);
            return work.Wait(Patience) ? work.Result : [];
        }
        catch (AggregateException)
        {
            // A key press is no place for an error; the command itself will tell.
            return [];
        }
    }

    private static ConnectionSettings SettingsOf(IDictionary bound)
    {
        return new()
        {
            EndpointUrl = Said("EndpointUrl"),
            Region = Said("Region"),
            ProfileName = Said("ProfileName"),
            ProfileLocation = Said("ProfileLocation"),
            AccessKey = Said("AccessKey"),
            SecretKey = Said("SecretKey"),
            SessionToken = Said("SessionToken"),
        };

        string? Said(string parameter) => bound[parameter]?.ToString();
    }

    private protected abstract Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken);

    private protected static async Task<List<ModelDescription>> ListModelsAsync(
        HostConnection connection, string? projectName, CancellationToken cancellationToken)
    {
        var models = new List<ModelDescription>();
        await foreach (var model in connection.Models.ListModelsAsync(projectName, cancellationToken).ConfigureAwait(false))
        {
            models.Add(model);
        }

        return models;
    }

    /// <summary>The versions of the project that is named, the newest first; none where none is named.</summary>
    private protected static async Task<List<ModelDescription>> ListVersionsAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken) =>
        bound["ProjectName"]?.ToString() is { Length: > 0 } project
            ? await ListModelsAsync(connection, project, cancellationToken).ConfigureAwait(false)
            : [];

    /// <summary>The numbers, and <c>latest</c> where it is one of them.</summary>
    private protected static IReadOnlyList<(string Text, string ToolTip)> WithLatest(
        List<ModelDescription> all, IEnumerable<ModelDescription> wanted)
    {
        var proposals = wanted.Select(model => (model.ModelVersion, model.ToString())).ToList();
        if (proposals.Any(proposal => proposal.ModelVersion == all[0].ModelVersion))
        {
            proposals.Add((ModelReference.Latest, all[0].ToString()));
        }

        return proposals;
    }
}
