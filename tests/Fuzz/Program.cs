using System.CommandLine;
using System.Globalization;
using LookoutVision.Fuzz;
using Spectre.Console;

var target = new Option<string?>("--target") { Description = $"One of {string.Join(", ", FuzzTargets.All.Select(t => t.Name))}; absent: all." };
var executions = new Option<long>("--executions") { Description = "Of each target.", DefaultValueFactory = _ => 100_000 };
var first = new Option<long>("--first") { Description = "The number of the first execution; with --executions 1 a finding is repeated." };
var seed = new Option<int>("--seed") { Description = "Other seeds make other inputs.", DefaultValueFactory = _ => 1 };
var findings = new Option<DirectoryInfo>("--findings") { Description = "Where inputs that are findings are written.", DefaultValueFactory = _ => new("artifacts/fuzz") };
var command = new RootCommand("Gives hostile inputs to all that takes bytes of strangers.") { target, executions, first, seed, findings };
command.SetAction(arguments =>
{
    var table = new Table().AddColumns("Target", "Executions", "Refused", "Findings", "Slowest ms", "Most KiB", "Seconds");
    var found = 0;
    foreach (var one in FuzzTargets.All.Where(t => arguments.GetValue(target) is not { } name || t.Name == name))
    {
        var report = new FuzzRun(one, arguments.GetValue(seed)).Run(arguments.GetValue(first), arguments.GetValue(executions));
        foreach (var finding in report.Findings)
        {
            var folder = arguments.GetValue(findings)!;
            folder.Create();
            File.WriteAllBytes(Path.Combine(folder.FullName, $"{one.Name}-{arguments.GetValue(seed)}-{finding.Number}"), finding.Input);
            Console.WriteLine($"{one.Name} {finding}");
        }

        found += report.Findings.Count;
        object[] row =
        [
            report.Target, report.Executions, report.Refused, report.Findings.Count,
            Math.Round(report.Slowest.TotalMilliseconds), report.MostBytes >> 10, Math.Round(report.Duration.TotalSeconds),
        ];
        table.AddRow([.. row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)!)]);
    }

    AnsiConsole.Write(table);
    return found == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();
