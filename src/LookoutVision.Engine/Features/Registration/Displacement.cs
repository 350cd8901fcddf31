using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>How far beside each pixel an image must be read to lie as the reference does.</summary>
/// <param name="X">Pixels to the right, one channel.</param>
/// <param name="Y">Pixels down, one channel.</param>
internal sealed record Displacement(FloatImage X, FloatImage Y) : IDisposable
{
    public static Displacement None(int width, int height) => new(new(width, height, 1), new(width, height, 1));

    /// <summary>The mean of several of one size.</summary>
    public static Displacement Mean(IReadOnlyCollection<Displacement> several)
    {
        var mean = None(several.First().X.Width, several.First().X.Height);
        foreach (var one in several)
        {
            mean.Add(one);
        }

        TensorPrimitives.Divide(mean.X.Data, several.Count, mean.X.Data);
        TensorPrimitives.Divide(mean.Y.Data, several.Count, mean.Y.Data);
        return mean;
    }

    /// <summary>The displacement of the same image at twice the size.</summary>
    /// <param name="width">Twice the width, or a pixel more.</param>
    /// <param name="height">Twice the height, or a pixel more.</param>
    public Displacement Doubled(int width, int height)
    {
        var doubled = new Displacement(FloatImage.Rent(width, height, 1), FloatImage.Rent(width, height, 1));
        for (var y = 0; y < height; y++)
        {
            Row(y, 2, doubled.X.Row(y), doubled.Y.Row(y));
        }

        return doubled;
    }

    /// <summary>The displacements of a row of the same image at a multiple of the size, in pixels of that.</summary>
    public void Row(int y, int factor, Span<float> x, Span<float> down)
    {
        Row(X, y, factor, x);
        Row(Y, y, factor, down);
    }

    /// <summary>The image read through it.</summary>
    /// <param name="image">One channel, of the same size.</param>
    public FloatImage Warp(FloatImage image)
    {
        var result = FloatImage.Rent(image.Width, image.Height, 1);
        var row = new BilinearRow(image, image.Width);
        var columns = new float[image.Width];
        for (var x = 0; x < columns.Length; x++)
        {
            columns[x] = x;
        }

        for (var y = 0; y < image.Height; y++)
        {
            TensorPrimitives.Add(columns, X.Row(y), row.X);
            TensorPrimitives.Add(Y.Row(y), y, row.Y);
            row.Read(result.Row(y));
        }

        return result;
    }

    /// <summary>Each the mean of those around it by a Gaussian.</summary>
    /// <param name="deviation">The Gaussian's, in pixels.</param>
    public Displacement Smoothed(float deviation)
    {
        var radius = (int)MathF.Ceiling(2.5f * deviation);
        return new(GaussianBlur.Of(X, deviation, radius), GaussianBlur.Of(Y, deviation, radius));
    }

    public void Add(Displacement other)
    {
        TensorPrimitives.Add(X.Data, other.X.Data, X.Data);
        TensorPrimitives.Add(Y.Data, other.Y.Data, Y.Data);
    }

    /// <summary>Cuts both parts of each off at so many pixels.</summary>
    public void Limit(float length)
    {
        foreach (var plane in (FloatImage[])[X, Y])
        {
            TensorPrimitives.Min(plane.Data, length, plane.Data);
            TensorPrimitives.Max(plane.Data, -length, plane.Data);
        }
    }

    public void Dispose()
    {
        X.Dispose();
        Y.Dispose();
    }

    private static void Row(FloatImage plane, int y, int factor, Span<float> target)
    {
        // Pixel k lies at k times the factor, as a pyramid keeps them; after the last one it goes on as that one.
        var upper = Math.Min(y / factor, plane.Height - 1);
        var lower = Math.Min(upper + 1, plane.Height - 1);
        var share = (float)(y % factor) / factor;
        var blended = new float[plane.Width + 1];
        TensorPrimitives.Lerp(plane.Row(upper), plane.Row(lower), share, blended.AsSpan(0, plane.Width));
        blended[^1] = blended[^2];
        for (var x = 0; x < target.Length; x++)
        {
            var left = Math.Min(x / factor, plane.Width - 1);
            target[x] = factor * (blended[left] + ((blended[left + 1] - blended[left]) * (x % factor) / factor));
        }
    }
}
