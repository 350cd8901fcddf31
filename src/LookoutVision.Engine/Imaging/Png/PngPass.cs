namespace LookoutVision.Engine.Imaging.Png;

/// <summary>One pass over the image: all of it, or one of the seven of Adam7 (PNG third edition, 8.2).</summary>
internal readonly record struct PngPass(int Width, int Height, int StartX, int StartY, int StepX, int StepY)
{
    private static ReadOnlySpan<byte> Adam7 =>
    [
        0, 0, 8, 8,
        4, 0, 8, 8,
        0, 4, 4, 8,
        2, 0, 4, 4,
        0, 2, 2, 4,
        1, 0, 2, 2,
        0, 1, 1, 2,
    ];

    /// <summary>The passes that have pixels.</summary>
    public static List<PngPass> Of(PngHeader header)
    {
        if (!header.IsInterlaced)
        {
            return [new PngPass(header.Width, header.Height, 0, 0, 1, 1)];
        }

        var passes = new List<PngPass>();
        for (var i = 0; i < Adam7.Length; i += 4)
        {
            var (startX, startY, stepX, stepY) = (Adam7[i], Adam7[i + 1], Adam7[i + 2], Adam7[i + 3]);
            var width = (header.Width - startX + stepX - 1) / stepX;
            var height = (header.Height - startY + stepY - 1) / stepY;
            if (width > 0 && height > 0)
            {
                passes.Add(new PngPass(width, height, startX, startY, stepX, stepY));
            }
        }

        return passes;
    }

    /// <summary>Bytes of the image when inflated, with a filter type before every row.</summary>
    public static long TotalLength(PngHeader header) =>
        Of(header).Sum(pass => pass.Height * (1L + header.RowLength(pass.Width)));
}
