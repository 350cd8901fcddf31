namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>Shares folds out among the networks that they are held out from, so that each network learns of every label.</summary>
internal static class HeldOutParts
{
    /// <summary>The part of each fold, from 0: the images of every label are shared out as evenly as folds allow.</summary>
    /// <param name="folds">The fold of each image.</param>
    /// <param name="images">Those with masks hold the classes of their pixels; others may be absent.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="parts">How many parts to make.</param>
    public static int[] Deal(IReadOnlyList<int> folds, IReadOnlyList<MaskedImage?> images, int labels, int parts)
    {
        // The last counts all images: folds without a defect are dealt evenly, too.
        var ofFold = Enumerable.Range(0, Folds.Count).Select(_ => new int[labels + 1]).ToArray();
        for (var i = 0; i < folds.Count; i++)
        {
            ofFold[folds[i]][labels]++;
            foreach (var label in (images[i]?.Classes ?? []).Distinct().Where(c => c > 0))
            {
                ofFold[folds[i]][label - 1]++;
            }
        }

        var ofPart = Enumerable.Range(0, parts).Select(_ => new int[labels + 1]).ToArray();
        var result = new int[Folds.Count];
        foreach (var fold in Enumerable.Range(0, Folds.Count).OrderByDescending(f => ofFold[f][..labels].Sum()))
        {
            result[fold] = Enumerable.Range(0, parts)
                .OrderBy(p => Enumerable.Range(0, labels).Sum(l => ofFold[fold][l] * ofPart[p][l]))
                .ThenBy(p => ofPart[p][labels])
                .First();
            for (var l = 0; l <= labels; l++)
            {
                ofPart[result[fold]][l] += ofFold[fold][l];
            }
        }

        return result;
    }
}
