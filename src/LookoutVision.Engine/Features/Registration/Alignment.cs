using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>How an image is laid over the reference: bent where that was found to help, then turned and moved.</summary>
/// <param name="Rigid">Turned and moved, at the working size.</param>
/// <param name="Bending">Bent, at a quarter of it; null where it is not.</param>
internal sealed record Alignment(RigidTransform Rigid, Bending? Bending)
{
    /// <summary>Pixels of the working size to one of the displacement's.</summary>
    public const int BentScale = 4;

    // The displacement is smooth: each step leaves a small part of the error.
    private const int InverseSteps = 5;

    public static Alignment None { get; } = new(RigidTransform.Identity, null);

    public bool IsNone => Bending is null && Rigid == RigidTransform.Identity;

    /// <summary>An image at the working size as it lies over the reference; outside it its border goes on.</summary>
    public FloatImage Warp(FloatImage image)
    {
        var result = FloatImage.Rent(image.Width, image.Height, image.Channels);
        var row = new BilinearRow(image, image.Width);
        for (var y = 0; y < image.Height; y++)
        {
            Row(y, image.Width, image.Height, row.X, row.Y);
            row.Read(result.Row(y));
        }

        return result;
    }

    /// <summary>Where the pixels of a row over the reference are read from.</summary>
    /// <param name="y">The row.</param>
    /// <param name="width">The image's width.</param>
    /// <param name="height">The image's height.</param>
    /// <param name="fromX">Gets their columns.</param>
    /// <param name="fromY">Gets their rows.</param>
    public void Row(int y, int width, int height, Span<float> fromX, Span<float> fromY)
    {
        fromX.Clear();
        fromY.Clear();
        Bending?.Displacement.Row(y, BentScale, fromX, fromY);
        var (sin, cos) = Math.SinCos(Rigid.Angle);
        var (startX, startY) = Rigid.Apply(0, y, width, height);
        for (var x = 0; x < width; x++)
        {
            var (acrossX, acrossY) = (x + fromX[x], fromY[x]);
            fromX[x] = (float)(startX + (acrossX * cos) - (acrossY * sin));
            fromY[x] = (float)(startY + (acrossX * sin) + (acrossY * cos));
        }
    }

    /// <summary>Where the pixels of a row of the image lie over the reference.</summary>
    /// <inheritdoc cref="Row" path="/param"/>
    public void InverseRow(int y, int width, int height, Span<float> toX, Span<float> toY)
    {
        var back = new Alignment(Rigid.Inverse(), null);
        back.Row(y, width, height, toX, toY);
        if (Bending is null)
        {
            return;
        }

        var bent = Bending.Displacement;
        var (x, down) = (new BilinearRow(bent.X, width), new BilinearRow(bent.Y, width));
        var (movedX, movedY) = (new float[width], new float[width]);
        for (var step = 0; step < InverseSteps; step++)
        {
            for (var i = 0; i < width; i++)
            {
                x.X[i] = down.X[i] = (toX[i] - movedX[i]) / BentScale;
                x.Y[i] = down.Y[i] = (toY[i] - movedY[i]) / BentScale;
            }

            x.Read(movedX);
            down.Read(movedY);
            for (var i = 0; i < width; i++)
            {
                movedX[i] *= BentScale;
                movedY[i] *= BentScale;
            }
        }

        for (var i = 0; i < width; i++)
        {
            toX[i] -= movedX[i];
            toY[i] -= movedY[i];
        }
    }
}
