using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace LookoutVision.Cli.Server.Security;

/// <summary>
/// The canonical form of a request that Signature Version 4 signs
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), with the path encoded twice as
/// for every service but S3. It starts from what came over the wire: a path that is decoded once cannot be made whole again.
/// </summary>
internal static class CanonicalRequest
{
    private static readonly SearchValues<byte> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    /// <param name="method">The method, in upper case.</param>
    /// <param name="target">Path and query as in the request line.</param>
    /// <param name="headers">The signed headers in the order of their names, with their values as sent.</param>
    /// <param name="payloadHash">The body's SHA-256 in lower case, or <c>UNSIGNED-PAYLOAD</c>.</param>
    public static string Of(string method, string target, IReadOnlyList<(string Name, string Value)> headers, string payloadHash)
    {
        var split = target.IndexOf('?');
        var path = split < 0 ? target : target[..split];
        var query = split < 0 ? "" : target[(split + 1)..];
        var text = new StringBuilder();
        text.Append(method).Append('\n').Append(CanonicalPath(path)).Append('\n').Append(CanonicalQuery(query)).Append('\n');
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':').Append(Trim(value)).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', headers.Select(h => h.Name)).Append('\n').Append(payloadHash).ToString();
    }

    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Without empty, '.' and '..' segments, and encoded once more.</summary>
    private static string CanonicalPath(string path)
    {
        var kept = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment is not ("" or "." or ".."))
            {
                kept.Add(Encode(Encoding.UTF8.GetBytes(segment)));
            }
        }

        var end = kept.Count > 0 && path.EndsWith('/') ? "/" : "";
        return $"/{string.Join('/', kept)}{end}";
    }

    private static string CanonicalQuery(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2))
        .Select(p => (Name: Encode(Decode(p[0])), Value: p.Length == 2 ? Encode(Decode(p[1])) : ""))
        .OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal)
        .Select(p => $"{p.Name}={p.Value}"));

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.ContainsAnyExcept(Unreserved))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length + 16);
        foreach (var b in bytes)
        {
            _ = Unreserved.Contains(b) ? text.Append((char)b) : text.Append('%').Append(b.ToString("X2"));
        }

        return text.ToString();
    }

    /// <summary>A '+' stays one, as clients write a space '%20', and a '%' that begins no byte stays too.</summary>
    private static byte[] Decode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var escaped = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            bytes[length++] = escaped ? Convert.FromHexString(bytes.AsSpan(i + 1, 2))[0] : bytes[i];
            i += escaped ? 2 : 0;
        }

        return bytes[..length];
    }

    /// <summary>Without spaces at the ends, and with one where there were several.</summary>
    private static string Trim(string value) =>
        value.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : value.Trim(' ');
}
