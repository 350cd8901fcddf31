namespace LookoutVision.Service.Model;

/// <summary>A member of an operation's input.</summary>
/// <param name="Name">The member, such as <c>ProjectName</c>.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="Location">Where it travels.</param>
/// <param name="WireName">What it is called there: <c>projectName</c> in a path, <c>X-Amzn-Client-Token</c> in a header.</param>
internal sealed record InputMember(string Name, Shape Shape, MemberLocation Location, string WireName)
{
    public bool IsRequired { get; init; }

    /// <summary>Whether it is the token that makes a repeated request one; a client makes one up where the caller gives none.</summary>
    public bool IsIdempotencyToken { get; init; }
}
