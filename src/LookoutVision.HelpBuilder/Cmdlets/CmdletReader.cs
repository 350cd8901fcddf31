using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace LookoutVision.HelpBuilder.Cmdlets;

/// <summary>Reads cmdlets from their attributes. As data: the attributes' own code is not there outside the shell.</summary>
internal static class CmdletReader
{
    /// <summary>The shell's name for all parameter sets.</summary>
    public const string AllSets = "__AllParameterSets";

    private static readonly string[] Standard = ["WhatIf", "Confirm"];

    /// <summary>The cmdlets of a module, by name.</summary>
    public static IReadOnlyList<CmdletDescription> Read(Assembly module) =>
        [.. module.GetExportedTypes().Where(type => Find<CmdletAttribute>(type) is not null).Select(Read).OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];

    private static CmdletDescription Read(Type type)
    {
        var attribute = Find<CmdletAttribute>(type)!;
        var instance = Activator.CreateInstance(type)!;
        var parameters = type.GetProperties()
            .Where(property => All<ParameterAttribute>(property).Any())
            .Select(property => ReadParameter(property, instance))
            .Concat(Named(attribute, nameof(CmdletAttribute.SupportsShouldProcess)) is true ? Standard.Select(StandardParameter) : [])
            .OrderBy(parameter => parameter.Sets.Values.Min(set => set.Position ?? int.MaxValue))
            .ToList();
        var sets = parameters.SelectMany(parameter => parameter.Sets.Keys).Where(set => set != AllSets).Distinct();
        var first = Named(attribute, nameof(CmdletAttribute.DefaultParameterSetName)) as string;
        return new CmdletDescription(
            (string)attribute.ConstructorArguments[0].Value!,
            (string)attribute.ConstructorArguments[1].Value!,
            parameters,
            [.. sets.OrderBy(set => set != first).DefaultIfEmpty(AllSets)],
            [.. All<OutputTypeAttribute>(type).SelectMany(output => Values(output).Select(value => ((Type)value!).FullName!))],
            Find<AliasAttribute>(type) is { } aliases ? [.. Values(aliases).Cast<string>()] : []);
    }

    private static CmdletParameter ReadParameter(PropertyInfo property, object cmdlet)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new CmdletParameter
        {
            Name = property.Name,
            TypeName = type.Name,
            Sets = All<ParameterAttribute>(property).ToDictionary(
                attribute => Named(attribute, nameof(ParameterAttribute.ParameterSetName)) as string ?? AllSets, MembershipOf),
            Aliases = Find<AliasAttribute>(property) is { } aliases ? [.. Values(aliases).Cast<string>()] : [],
            Wildcards = Find<SupportsWildcardsAttribute>(property) is not null,
            DefaultValue = type.IsPrimitive || type.IsEnum ? Convert.ToString(property.GetValue(cmdlet), CultureInfo.InvariantCulture) : null,
            Values = type.IsEnum ? Enum.GetNames(type) : [],
        };
    }

    private static CmdletParameter StandardParameter(string name) => new()
    {
        Name = name,
        TypeName = nameof(SwitchParameter),
        IsStandard = true,
        Aliases = [name == "WhatIf" ? "wi" : "cf"],
        Sets = new Dictionary<string, SetMembership> { [AllSets] = new(false, null, false, false) },
    };

    private static SetMembership MembershipOf(CustomAttributeData attribute) => new(
        Named(attribute, nameof(ParameterAttribute.Mandatory)) is true,
        Named(attribute, nameof(ParameterAttribute.Position)) as int?,
        Named(attribute, nameof(ParameterAttribute.ValueFromPipeline)) is true,
        Named(attribute, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)) is true);

    private static IEnumerable<CustomAttributeData> All<TAttribute>(MemberInfo member) =>
        member.GetCustomAttributesData().Where(attribute => attribute.AttributeType == typeof(TAttribute));

    private static CustomAttributeData? Find<TAttribute>(MemberInfo member) => All<TAttribute>(member).FirstOrDefault();

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;

    private static IEnumerable<object?> Values(CustomAttributeData attribute) =>
        ((IReadOnlyCollection<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!).Select(argument => argument.Value);
}
