using LookoutVision.Cli.Output.Tables;
using LookoutVision.Cli.Output.Yaml;
using LookoutVision.Cli.Paging;
using LookoutVision.Cli.Values;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Output;

/// <summary>Writes an answer in the format asked for, or what the query finds in it.</summary>
/// <param name="output">Where to.</param>
/// <param name="settings">How.</param>
/// <param name="operation">The service's name of what was done, which is a table's title.</param>
internal sealed class AnswerWriter(TextWriter output, OutputSettings settings, string operation)
{
    private readonly CsvOutput _csv = new(output);

    /// <summary>Whether answers are written as rows of plain values.</summary>
    public bool HasRows => settings is { Format: OutputFormat.Csv, Query: null };

    /// <summary>Whether several answers are one document, which is written once all are there.</summary>
    public bool IsWrittenAtTheEnd => settings.Format is OutputFormat.Json or OutputFormat.Table or OutputFormat.Yaml;

    public void Write(JsonMap answer)
    {
        var selected = Select(answer);
        switch (settings.Format)
        {
            case OutputFormat.Text:
                TextOutput.Write(output, selected);
                break;
            case OutputFormat.Table:
                new TableOutput(output, settings.TerminalWidth, settings.IsColored).Write(operation, selected);
                break;
            case OutputFormat.Csv:
                _csv.Write(selected);
                break;
            default:
                WriteDocument(selected);
                break;
        }
    }

    /// <summary>Writes the pages as they come where the format has lines, and all at once where it is one document.</summary>
    public async Task WriteAsync(PagedAnswer answer)
    {
        switch (settings.Format)
        {
            case OutputFormat.Text:
                await foreach (var page in answer.Pages)
                {
                    TextOutput.Write(output, Select(Only(page, answer.ResultMember)));
                }

                if (answer.ResumeToken is { } token)
                {
                    var next = new JsonMap { [Pagination.TokenMember] = token };
                    TextOutput.Write(output, Select(new JsonMap { [Pagination.TokenMember] = next }));
                }

                break;
            case OutputFormat.Csv:
                await foreach (var page in answer.Pages)
                {
                    _csv.Write(Select(Only(page, answer.ResultMember)));
                    await output.FlushAsync();
                }

                break;
            case OutputFormat.YamlStream:
                await foreach (var page in answer.Pages)
                {
                    WriteDocument(Select(page));
                    await output.FlushAsync();
                }

                break;
            default:
                await WriteMergedAsync(answer);
                break;
        }
    }

    /// <summary>Writes all pages as one answer. Where they end in an error what came before it is written first.</summary>
    public async Task WriteMergedAsync(PagedAnswer answer)
    {
        var merged = new JsonMap();
        try
        {
            await answer.MergeAsync(merged);
        }
        catch when (merged.Count > 0)
        {
            Write(merged);
            throw;
        }

        Write(merged);
    }

    private object? Select(JsonMap answer) => settings.Query is { } query ? query.Search(answer) : answer;

    private void WriteDocument(object? selected)
    {
        if (selected is JsonMap { Count: 0 })
        {
            return;
        }

        if (settings.Format == OutputFormat.Json)
        {
            output.WriteLine(JsonText.Indented(selected));
        }
        else
        {
            YamlOutput.Write(output, settings.Format == OutputFormat.YamlStream ? new[] { selected } : selected);
        }
    }

    private static JsonMap Only(JsonMap page, string member) => new() { [member] = page.GetValueOrDefault(member) };
}
