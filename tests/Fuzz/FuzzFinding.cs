namespace LookoutVision.Fuzz;

/// <summary>An input that did what no input may.</summary>
internal sealed record FuzzFinding(long Number, byte[] Input, string What)
{
    public override string ToString() => $"#{Number}, {Input.Length} bytes: {What}";
}
