namespace LookoutVision.Service.Model;

/// <summary>Where in a request a member of an operation's input travels.</summary>
internal enum MemberLocation
{
    /// <summary>One segment of the path, percent-encoded.</summary>
    Path,

    /// <summary>The query; a list is written once an item.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>The JSON object in the body.</summary>
    Json,

    /// <summary>The body itself.</summary>
    RawBody,
}
