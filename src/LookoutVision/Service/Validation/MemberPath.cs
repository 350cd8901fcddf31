using System.Globalization;

namespace LookoutVision.Service.Validation;

/// <summary>The place of a value in an operation's input, as clients and as the service write it.</summary>
/// <param name="Client">Such as <c>Configuration.Greengrass.Tags[0].Key</c>; empty for the input itself.</param>
/// <param name="Service">Such as <c>configuration.greengrass.tags.1.member.key</c>.</param>
internal sealed record MemberPath(string Client, string Service)
{
    public static MemberPath Input { get; } = new("", "");

    public MemberPath Member(string name)
    {
        var camel = char.ToLowerInvariant(name[0]) + name[1..];
        return Client.Length == 0 ? new(name, camel) : new($"{Client}.{name}", $"{Service}.{camel}");
    }

    public MemberPath Item(int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Client}[{index}]"),
        string.Create(CultureInfo.InvariantCulture, $"{Service}.{index + 1}.member"));

    /// <summary>As in a client's sentence, where the input itself has a name too.</summary>
    public override string ToString() => Client.Length == 0 ? "input" : Client;
}
