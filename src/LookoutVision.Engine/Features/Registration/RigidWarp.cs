using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>Reads an image through a <see cref="RigidTransform"/>, bilinearly; outside it its border goes on.</summary>
internal static class RigidWarp
{
    public static FloatImage Apply(FloatImage image, RigidTransform transform)
    {
        var (width, height) = (image.Width, image.Height);
        var result = FloatImage.Rent(width, height, image.Channels);
        var row = new BilinearRow(image, width);
        var (sin, cos) = Math.SinCos(transform.Angle);
        for (var y = 0; y < height; y++)
        {
            var (fromX, fromY) = transform.Apply(0, y, width, height);
            for (var x = 0; x < width; x++)
            {
                row.X[x] = (float)(fromX + (x * cos));
                row.Y[x] = (float)(fromY + (x * sin));
            }

            row.Read(result.Row(y));
        }

        return result;
    }
}
