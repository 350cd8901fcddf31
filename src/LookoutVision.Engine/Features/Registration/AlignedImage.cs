namespace LookoutVision.Engine.Features.Registration;

/// <summary>An image at the working size, laid over the reference where there is one.</summary>
/// <param name="Image">Its pixels; where the image did not reach, its border goes on.</param>
/// <param name="Transform">How it was laid.</param>
internal sealed record AlignedImage(ImagePyramids Image, RigidTransform Transform) : IDisposable
{
    public static AlignedImage Of(ImagePyramids image, RigidTransform? transform) =>
        transform is { } t && t != RigidTransform.Identity
            ? new(new(RigidWarp.Apply(image.Image, t)), t)
            : new(image, RigidTransform.Identity);

    /// <summary>The cells any part of which lies outside the image as it was taken; null where there is none.</summary>
    public bool[]? OutsideCells(WorkingSize size)
    {
        if (Transform == RigidTransform.Identity)
        {
            return null;
        }

        var outside = new bool[size.Cells];
        for (var y = 0; y < size.GridHeight; y++)
        {
            for (var x = 0; x < size.GridWidth; x++)
            {
                var (left, top, side) = (x * size.CellSize, y * size.CellSize, size.CellSize - 1);
                outside[(y * size.GridWidth) + x] = !(IsInside(left, top, size) && IsInside(left + side, top, size)
                    && IsInside(left, top + side, size) && IsInside(left + side, top + side, size));
            }
        }

        return outside;
    }

    public void Dispose() => Image.Dispose();

    private bool IsInside(int x, int y, WorkingSize size)
    {
        var (u, v) = Transform.Apply(x, y, size.Width, size.Height);
        return u >= -1 && v >= -1 && u <= size.Width && v <= size.Height;
    }
}
