using System.Security.Cryptography;
using System.Text;
using LookoutVision.Service.Model;

namespace LookoutVision.Service.Operations;

/// <summary>
/// What says where the next page of a list begins. It holds for that list with those filters alone; a checksum shows what was
/// changed on the way. It is no secret: whoever has one could list what it names.
/// </summary>
internal static class PageToken
{
    private const int ChecksumLength = 12;

    /// <summary>What a token holds for: the list and all that narrows it.</summary>
    public static string ScopeOf(ServiceRequest request) => string.Join(
        '\n',
        request.Operation.Input
            .Where(m => m.Name is not (Pagination.TokenMember or Pagination.LimitMember))
            .Select(m => $"{m.Name}={request.Input[m.Name]?.ToJsonString()}")
            .Prepend(request.Operation.Name));

    public static string Create(string key, string scope)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        return Convert.ToBase64String([.. Checksum(bytes, scope), .. bytes]);
    }

    /// <exception cref="ValidationException">It is no token of the list.</exception>
    public static string Read(string token, string scope)
    {
        var bytes = new byte[token.Length];
        if (Convert.TryFromBase64String(token, bytes, out var length)
            && length >= ChecksumLength
            && bytes.AsSpan(ChecksumLength, length - ChecksumLength) is var key
            && bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(key, scope)))
        {
            return Encoding.UTF8.GetString(key);
        }

        throw new ValidationException("The NextToken is none of this list's.")
        {
            RecommendedAction = "Give the token of the answer before with the same parameters, or none to begin anew.",
        };
    }

    private static byte[] Checksum(ReadOnlySpan<byte> key, string scope) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(scope), 0, .. key])[..ChecksumLength];
}
