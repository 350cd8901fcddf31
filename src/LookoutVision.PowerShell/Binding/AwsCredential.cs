using System.Management.Automation;
using System.Reflection;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>
/// Reads keys of an object that holds some. Objects of AWS.Tools are of whatever version of the AWS SDK that module brought,
/// so they are read by the names of their members.
/// </summary>
internal static class AwsCredential
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Where keys come from.</summary>
    /// <param name="value">Of AWS.Tools; a user name and password that are access and secret key; or an object with the keys as members.</param>
    /// <param name="origin">Who gave it.</param>
    /// <exception cref="ValidationException">There are no keys in it.</exception>
    public static CredentialSource From(object value, string origin) => Find(value, origin)
        ?? throw new ValidationException($"The credential ({origin}) of type {Bare(value).GetType().Name} has no keys that can be read.")
        {
            RecommendedAction = "Give credentials of AWS.Tools (Get-AWSCredential), a PSCredential of access key and secret key, "
                + "or an object with AccessKeyId, SecretAccessKey and SessionToken.",
        };

    /// <summary>As <see cref="From"/>; null where there are no keys.</summary>
    public static CredentialSource? Find(object value, string origin)
    {
        var bare = Bare(value);
        if (bare is PSCredential named)
        {
            var keys = new AccessKeys(named.UserName, named.GetNetworkCredential().Password, null);
            return new(origin, () => keys);
        }

        if (Giver(bare) is { } giver)
        {
            return giver.GetType().Name.StartsWith("Anonymous", StringComparison.Ordinal)
                ? new(origin, null)
                : new(origin, () => Of(Invoke(giver, "GetCredentials")!));
        }

        return Text(value, "AccessKeyId", "AccessKey") is { } key && Text(value, "SecretAccessKey", "SecretKey") is { } secret
            ? new(origin, () => new(key, secret, Text(value, "SessionToken", "Token")))
            : null;
    }

    /// <summary>The object that gives keys: the given one, or the one that the session's variable wraps.</summary>
    private static object? Giver(object value) =>
        new[] { value, value.GetType().GetProperty("Credentials", Any)?.GetValue(value) }
            .FirstOrDefault(candidate => candidate?.GetType().GetMethod("GetCredentials", Type.EmptyTypes) is not null);

    private static AccessKeys Of(object keys)
    {
        return new(Member("AccessKey")!, Member("SecretKey")!, Member("Token"));

        string? Member(string name) => keys.GetType().GetProperty(name)?.GetValue(keys) is string { Length: > 0 } text ? text : null;
    }

    private static object? Invoke(object target, string method)
    {
        try
        {
            return target.GetType().GetMethod(method, Type.EmptyTypes)!.Invoke(target, null);
        }
        catch (TargetInvocationException e)
        {
            var cause = e.InnerException!;
            throw new AccessDeniedException($"The credentials of the session cannot be had: {cause.Message}", cause)
            {
                RecommendedAction = "Sign in again, for instance with Set-AWSCredential.",
            };
        }
    }

    private static string? Text(object value, params string[] names) => names
        .Select(name => (Bare(value) as System.Collections.IDictionary)?[name] ?? PSObject.AsPSObject(value).Properties[name]?.Value)
        .FirstOrDefault(found => found is not null)?.ToString() is { Length: > 0 } text ? text : null;

    private static object Bare(object value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
