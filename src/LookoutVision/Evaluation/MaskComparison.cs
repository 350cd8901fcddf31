using LookoutVision.Datasets;
using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Evaluation;

/// <summary>Brings true and found masks to the same classes.</summary>
internal sealed class MaskComparison
{
    // What the only colour of masks in a folder is called when nobody named it.
    private const string Unnamed = "anomaly";

    private readonly Dictionary<string, string> _renamed = [];
    private readonly HashSet<string> _seen = [];

    private MaskComparison(IReadOnlyList<string> labels)
    {
        Labels = labels;
    }

    /// <summary>The model's labels, then those that only the dataset has; empty where masks are not compared.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether any mask has shown the label: of one that neither was there nor was found there is nothing to tell.</summary>
    public bool HasSeen(string label) => _seen.Contains(label);

    public static MaskComparison For(ModelDescription model, IReadOnlyList<DatasetEntry> entries)
    {
        var wanted = entries.Where(e => e.MaskRef is not null).SelectMany(e => e.MaskLabels.Values).Distinct().ToList();
        if (model.Labels.Count == 0 || wanted.Count == 0)
        {
            return new([]);
        }

        // Two unnamed colours mean nothing to each other, but one nameless type and one named one are the same.
        if (wanted is [var only] && model.Labels is [var label] && only != label && (only == Unnamed || label == Unnamed))
        {
            return new(model.Labels) { _renamed = { [only] = label } };
        }

        return new([.. model.Labels.Union(wanted)]);
    }

    public LabelMap? ReadTrue(DatasetEntry entry) => Labels.Count == 0 || entry.MaskRef is null
        ? null
        : See(MaskReader.Read(entry with { MaskLabels = entry.MaskLabels.ToDictionary(l => l.Key, l => Rename(l.Value)) }, Labels));

    public LabelMap? ReadDetected(DetectAnomalyResult result)
    {
        if (Labels.Count == 0 || result.AnomalyMask is null)
        {
            return null;
        }

        var colors = (result.Anomalies ?? []).Where(a => !a.IsBackground)
            .ToDictionary(a => a.PixelAnomaly.Color.ToUpperInvariant(), a => a.Name);
        return See(MaskReader.ToClasses(ImageCodec.Decode(result.AnomalyMask), colors, Labels, result.Path));
    }

    private LabelMap See(LabelMap mask)
    {
        foreach (var seen in mask.Classes.Distinct().Where(c => c > 0))
        {
            _seen.Add(Labels[seen - 1]);
        }

        return mask;
    }

    private string Rename(string label) => _renamed.GetValueOrDefault(label, label);
}
