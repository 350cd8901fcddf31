using LookoutVision.HelpBuilder;

if (args.Length is < 1 or > 3 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Usage: dotnet run --project src/LookoutVision.HelpBuilder -- REPOSITORY [TARGET [PAGES]]");
    Console.Error.WriteLine("  TARGET  the folder to write to; absent: en-US of the repository");
    Console.Error.WriteLine("  PAGES   the web address of the folder docs, for Get-Help -Online");
    return 2;
}

try
{
    var target = args.ElementAtOrDefault(1) ?? Path.Combine(args[0], "en-US");
    Directory.CreateDirectory(target);
    foreach (var (name, text) in HelpFiles.Build(args[0], args.ElementAtOrDefault(2) is { } pages ? new Uri(pages) : null))
    {
        var path = Path.Combine(target, name);
        File.WriteAllText(path, text);
        Console.WriteLine(path);
    }

    return 0;
}
catch (HelpPageException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
