using LookoutVision.Engine.Imaging;

namespace LookoutVision.Benchmarks.Accuracy.Synthetic;

/// <summary>
/// The places of an image where a defect is on the part, not on a plain background: in a square of the defect's size around them,
/// brightness varies more than it does around half of the image's places.
/// </summary>
internal sealed class DefectPlaces
{
    private readonly List<(int X, int Y)> _places = [];

    /// <param name="image">The photograph.</param>
    /// <param name="size">The defect's size in its pixels; so far from the border it stays, too.</param>
    public DefectPlaces(RasterImage image, double size)
    {
        var border = Math.Min((int)Math.Ceiling(size), (Math.Min(image.Width, image.Height) - 1) / 2);
        var reach = Math.Max(1, border / 2);
        var step = Math.Max(1, border / 4);
        var found = new List<(int X, int Y, double Variance)>();
        for (var y = border; y < image.Height - border; y += step)
        {
            for (var x = border; x < image.Width - border; x += step)
            {
                found.Add((x, y, VarianceAround(image, x, y, reach)));
            }
        }

        var variances = found.Select(f => f.Variance).Order().ToArray();
        var plain = found.FindAll(f => f.Variance <= variances[variances.Length / 2]);
        _places.AddRange((plain.Count < found.Count ? found.Except(plain) : found).Select(f => (f.X, f.Y)));
    }

    public (int X, int Y) Next(Random random) => _places[random.Next(_places.Count)];

    private static double VarianceAround(RasterImage image, int x, int y, int reach)
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var v = y - reach; v < y + reach; v++)
        {
            for (var u = x - reach; u < x + reach; u++, count++)
            {
                var at = 3 * ((v * image.Width) + u);
                var grey = image.Pixels[at] + image.Pixels[at + 1] + image.Pixels[at + 2];
                sum += grey;
                squares += grey * (double)grey;
            }
        }

        return (squares - (sum * sum / count)) / count;
    }
}
