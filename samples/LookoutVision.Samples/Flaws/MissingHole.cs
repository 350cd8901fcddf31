using System.Numerics;

namespace LookoutVision.Samples.Flaws;

/// <summary>A bolt hole that was not drilled: its place is plain metal.</summary>
internal sealed class MissingHole(Random random) : Flaw
{
    private readonly int _hole = random.Next(Flange.Holes);

    public override bool Covers(Vector2 point) => Vector2.Distance(point, Flange.HoleCentre(_hole)) <= Flange.Countersink;

    public override bool Fills(int hole) => hole == _hole;
}
