using System.CommandLine;
using LookoutVision.Batch;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Parameters;

namespace LookoutVision.Cli.Detection;

/// <summary>What names the photographs to judge.</summary>
internal sealed class ImageOptions
{
    private readonly Option<string[]> _body = OptionsOf.List("--body", "The photograph, a JPEG or PNG file; several, or folders of them.", "FILE");

    private readonly Option<bool> _recursive = OptionsOf.Flag("--recursive", "Of folders, take those in the folders below them, too, but no masks of labelled photographs.");

    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "The same without --body.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public ImageOptions() => Files.Validators.Add(files =>
    {
        // Any word could be a photograph. One with a dash that is none was meant to be an option.
        var unknown = files.Tokens.Select(t => t.Value).Where(word => word.StartsWith('-') && !Path.Exists(PathOf(word))).ToList();
        if (unknown.Count > 0)
        {
            files.AddError($"Unknown options: {string.Join(", ", unknown)}");
        }
    });

    public IEnumerable<Option> All => [_body, _recursive];

    /// <summary>The files and folders that are named.</summary>
    public string[] Paths(ParseResult arguments) =>
        [.. (arguments.GetValue(_body) ?? []).Concat(arguments.GetValue(Files) ?? []).Select(PathOf).SelectMany(Match)];

    /// <summary>Whether more than one photograph may come, so that each result has to name its own.</summary>
    public bool AreSeveral(ParseResult arguments) => Paths(arguments) is not [var single] || Directory.Exists(single);

    /// <exception cref="UsageException">Nothing is named.</exception>
    /// <exception cref="ParameterException">The only name leads nowhere.</exception>
    public void Require(ParseResult arguments)
    {
        switch (Paths(arguments))
        {
            case []:
                throw UsageException.Missing([_body.Name]);
            case [var single] when !Path.Exists(single):
                throw ParameterException.Of(_body.Name, $"Blob values must be a path to a file, and '{single}' is none.");
        }
    }

    /// <summary>The photographs, found as they are asked for. A name that leads nowhere is that photograph's error, once it is read.</summary>
    public async IAsyncEnumerable<ImageSource> Read(ParseResult arguments)
    {
        await Task.CompletedTask;
        foreach (var path in Paths(arguments))
        {
            if (!Directory.Exists(path))
            {
                yield return ImageSource.FromFile(path);
                continue;
            }

            var found = false;
            foreach (var (folder, error, images) in new ImageFolders().Below(path, arguments.GetValue(_recursive)))
            {
                foreach (var image in images)
                {
                    yield return ImageSource.FromFile(image);
                }

                found |= images.Count > 0;
                if (error is not null)
                {
                    yield return ImageSource.Unreadable(folder, error);
                    found = true;
                }
            }

            if (!found)
            {
                yield return ImageSource.FromFile(path);
            }
        }
    }

    private static string PathOf(string word) => ParameterFile.PathOf(word) ?? ParameterFile.Expand(word);

    /// <summary>The files that a pattern means: shells of Windows leave that to the command.</summary>
    private static IEnumerable<string> Match(string path)
    {
        var name = Path.GetFileName(path);
        if (!OperatingSystem.IsWindows() || name.AsSpan().IndexOfAny('*', '?') < 0)
        {
            return [path];
        }

        var folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        var matches = Directory.Exists(folder) ? Directory.GetFiles(folder, name) : [];
        return matches.Length > 0 ? matches.Order(StringComparer.OrdinalIgnoreCase) : [path];
    }
}
