namespace LookoutVision.HelpBuilder.Cmdlets;

/// <summary>A parameter as the shell sees it.</summary>
internal sealed record CmdletParameter
{
    public required string Name { get; init; }

    /// <summary>The type without its namespace, such as <c>String[]</c>.</summary>
    public required string TypeName { get; init; }

    public bool IsSwitch => TypeName == "SwitchParameter";

    /// <summary>Whether the shell brings it and knows what it means: WhatIf and Confirm.</summary>
    public bool IsStandard { get; init; }

    /// <summary>How it takes part in each parameter set; under <see cref="CmdletReader.AllSets"/> in all of them.</summary>
    public required IReadOnlyDictionary<string, SetMembership> Sets { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public bool Wildcards { get; init; }

    /// <summary>Absent where there is none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The only values there are; empty where any will do.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public SetMembership? In(string set) => Sets.GetValueOrDefault(set) ?? Sets.GetValueOrDefault(CmdletReader.AllSets);
}
