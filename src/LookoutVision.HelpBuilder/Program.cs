using LookoutVision.HelpBuilder;

if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Usage: dotnet run --project src/LookoutVision.HelpBuilder -- REPOSITORY");
    return 2;
}

try
{
    foreach (var (path, text) in HelpFiles.Build(args[0]))
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
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
