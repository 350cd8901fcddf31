namespace LookoutVision.Engine.Evaluation;

/// <summary>Counts of one label's pixels over many images.</summary>
internal sealed class LabelCounts
{
    private long _both;
    private long _true;
    private long _found;
    private double _sumOfIoU;
    private int _images;

    public void Add(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> found, int label)
    {
        long both = 0, inTruth = 0, inFound = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            var t = truth[i] == label ? 1 : 0;
            var f = found[i] == label ? 1 : 0;
            inTruth += t;
            inFound += f;
            both += t & f;
        }

        _both += both;
        _true += inTruth;
        _found += inFound;
        if (inTruth + inFound > 0)
        {
            _sumOfIoU += (double)both / (inTruth + inFound - both);
            _images++;
        }
    }

    public LabelMetrics Metrics(string name)
    {
        var precision = Evaluator.Ratio(_both, _found);
        var recall = Evaluator.Ratio(_both, _true);
        return new LabelMetrics(
            name, precision, recall, Evaluator.Ratio(2 * precision * recall, precision + recall),
            Evaluator.Ratio(_sumOfIoU, _images), Evaluator.Ratio(_both, _true + _found - _both));
    }
}
