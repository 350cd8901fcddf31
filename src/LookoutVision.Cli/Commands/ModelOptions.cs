using System.CommandLine;

namespace LookoutVision.Cli.Commands;

/// <summary>The options that name a model.</summary>
internal static class ModelOptions
{
    public static Option<string?> ProjectName(string description, bool required) => new("--project-name")
    {
        Description = description,
        HelpName = "NAME",
        Required = required,
    };

    public static Option<string?> ModelVersion(string description) => new("--model-version")
    {
        Description = description,
        HelpName = "VERSION",
    };
}
