using System.Numerics;

namespace LookoutVision.Samples.Flaws;

/// <summary>A defect's shape on the part and what it does to the metal there.</summary>
internal abstract class Flaw
{
    public static Flaw? Create(SampleDefect defect, Random random) => defect switch
    {
        SampleDefect.None => null,
        SampleDefect.Scratch => new Scratch(random),
        SampleDefect.Stain => new Stain(random),
        SampleDefect.Chip => new Chip(random),
        _ => throw new ArgumentOutOfRangeException(nameof(defect), defect, "No such defect."),
    };

    /// <summary>Whether the point belongs to the defect: the mask.</summary>
    public abstract bool Covers(Vector2 point);

    /// <summary>The metal's colour with the defect on it.</summary>
    public abstract Vector3 Tint(Vector3 metal, Vector2 point);

    /// <summary>Whether metal is there on a good part: between bore and rim, and in no bolt hole.</summary>
    protected static bool OnFace(Vector2 point)
    {
        var radius = point.Length();
        if (radius is < Flange.Bore or > Flange.Radius)
        {
            return false;
        }

        for (var hole = 0; hole < Flange.Holes; hole++)
        {
            if (Vector2.Distance(point, Flange.HoleCentre(hole)) < Flange.Countersink)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A place on the face between hub and rim.</summary>
    protected static Vector2 PlaceOnFace(Random random) => Polar(43 + (38 * random.NextSingle()), MathF.Tau * random.NextSingle());

    protected static Vector2 Polar(float radius, float angle) => radius * new Vector2(MathF.Cos(angle), MathF.Sin(angle));
}
