using System.Collections;
using System.Runtime.CompilerServices;
using Amazon.Runtime.Internal;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Support;

/// <summary>
/// A machine where nothing of AWS is set up: no test sees the developer's own. What a test sets is put back after it;
/// such tests belong to one collection.
/// </summary>
public sealed class AwsEnvironment : IDisposable
{
    private static readonly TempFolder Files = new();

    private readonly List<string> _set = [];

    public AwsEnvironment()
    {
        Write("", "");
    }

    public static string CredentialsFile => Files.PathOf("credentials");

    /// <summary>The AWS SDK looks only once where these files are.</summary>
    [ModuleInitializer]
    internal static void SetUp()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (((string)variable.Key).StartsWith("AWS_", StringComparison.Ordinal))
            {
                Environment.SetEnvironmentVariable((string)variable.Key, null);
            }
        }

        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Files.Write("credentials", ""));
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Files.Write("config", ""));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Files.Dispose();
    }

    public void Write(string credentials, string config)
    {
        Files.Write("credentials", credentials);
        Files.Write("config", config);
    }

    public void Set(string variable, string? value)
    {
        _set.Add(variable);
        Environment.SetEnvironmentVariable(variable, value);

        // The AWS SDK looks at some of them only once.
        FallbackInternalConfigurationFactory.Reset();
    }

    public void Dispose()
    {
        Write("", "");
        foreach (var variable in _set)
        {
            Environment.SetEnvironmentVariable(variable, null);
        }

        FallbackInternalConfigurationFactory.Reset();
    }
}
