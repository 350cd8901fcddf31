namespace LookoutVision.Datasets;

/// <summary>Finds on this machine what a manifest refers to. Messages complete "line n of the manifest ...".</summary>
internal static class ManifestReference
{
    private const string S3 = "s3:";

    /// <summary>The full path of a file.</summary>
    /// <param name="reference">A path, relative to the manifest's folder or full; or <c>s3://BUCKET/KEY</c>.</param>
    /// <param name="folder">The manifest's folder.</param>
    /// <exception cref="FormatException">The file is not there.</exception>
    public static string Find(string reference, string folder)
    {
        if (reference.StartsWith(S3, StringComparison.OrdinalIgnoreCase))
        {
            return FindCopy(reference, folder);
        }

        if (reference.Contains("://", StringComparison.Ordinal))
        {
            throw new FormatException($"refers to '{reference}': only files and s3:// URIs can be read");
        }

        string path;
        try
        {
            path = Path.GetFullPath(reference, folder);
        }
        catch (ArgumentException)
        {
            throw new FormatException($"refers to '{reference}', which is no path");
        }

        return File.Exists(path) ? path : throw new FormatException($"refers to '{reference}', but there is no file '{path}'");
    }

    /// <summary>The local copy of an object: the longest tail of its key that exists below the manifest's folder.</summary>
    private static string FindCopy(string reference, string folder)
    {
        // The service's own samples print a blank after "s3:".
        var parts = reference[S3.Length..].Trim().TrimStart('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.All(p => p is not ("." or "..") && !p.Contains('\\') && !p.Contains('\0')))
        {
            for (var skip = 1; skip < parts.Length; skip++)
            {
                var path = Path.Combine([folder, .. parts[skip..]]);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        throw new FormatException(
            $"refers to '{reference}', of which there is no copy below '{folder}': "
            + "copy the images there, with or without the folders of the bucket");
    }
}
