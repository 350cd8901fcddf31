namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>What soft Dice is made of, over pixels.</summary>
/// <param name="Both">The probabilities of what is marked.</param>
/// <param name="Either">All probabilities, and the number of pixels that are marked.</param>
internal readonly record struct DiceSums(double Both, double Either)
{
    public static DiceSums operator +(DiceSums a, DiceSums b) => new(a.Both + b.Both, a.Either + b.Either);
}
