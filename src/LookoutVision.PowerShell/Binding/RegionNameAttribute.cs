using System.Management.Automation;

namespace LookoutVision.Binding;

/// <summary>Takes the name of a region object of AWS.Tools, such as Get-DefaultAWSRegion gives; a text stays as it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RegionNameAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => NameOf(inputData) ?? inputData;

    /// <summary>The name; null where the value is no region.</summary>
    public static string? NameOf(object? value) => value switch
    {
        PSObject { BaseObject: string text } => text,
        string text => text,
        null => null,
        _ => (Member(value, "SystemName") ?? Member(value, "Region"))?.ToString(),
    };

    private static object? Member(object value, string name) => PSObject.AsPSObject(value).Properties[name]?.Value;
}
