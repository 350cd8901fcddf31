namespace LookoutVision.Local;

/// <summary>The names that Amazon's tools give to projects and models. Ours are of no region and no account.</summary>
internal static class ResourceArn
{
    private const string Prefix = "arn:aws:lookoutvision:local:000000000000:";

    public static string Of(string projectName) => $"{Prefix}project/{projectName}";

    public static string Of(ModelReference model) => $"{Prefix}model/{model}";
}
