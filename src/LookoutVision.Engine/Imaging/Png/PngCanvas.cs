namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The image being decoded: takes unfiltered rows of any pass and form, keeps RGB and opacity.</summary>
internal sealed class PngCanvas
{
    private readonly PngHeader _header;
    private readonly PngPalette _palette;
    private readonly byte[] _pixels;
    private readonly byte[]? _alpha;
    private readonly byte[] _samples;

    public PngCanvas(PngHeader header, PngPalette palette)
    {
        _header = header;
        _palette = palette;
        _pixels = GC.AllocateUninitializedArray<byte>(3 * header.Width * header.Height);
        if (header.ColorType is PngColorType.GreyAlpha or PngColorType.Rgba || palette.HasTransparency)
        {
            _alpha = GC.AllocateUninitializedArray<byte>(header.Width * header.Height);
            _alpha.AsSpan().Fill(byte.MaxValue);
        }

        _samples = new byte[header.Width * header.Channels];
    }

    /// <summary>Puts a row of a pass in its place.</summary>
    public void Write(ReadOnlySpan<byte> row, PngPass pass, int y)
    {
        var start = ((pass.StartY + (y * pass.StepY)) * _header.Width) + pass.StartX;
        var samples = row;
        if (_header.BitDepth != 8)
        {
            samples = _samples.AsSpan(0, pass.Width * _header.Channels);
            PngSamples.To8Bits(row, _header, _samples.AsSpan(0, samples.Length));
        }

        switch (_header.ColorType)
        {
            case PngColorType.Rgb when pass.StepX == 1:
                samples.CopyTo(_pixels.AsSpan(3 * start));
                break;
            case PngColorType.Palette:
                WriteIndexed(samples, start, pass.StepX);
                break;
            default:
                WriteDirect(samples, start, pass.StepX);
                break;
        }

        if (_palette.Key is { } key)
        {
            ClearKey(row, key, pass, start);
        }
    }

    public RasterImage ToImage(int orientation)
    {
        var isOpaque = _alpha is null || !_alpha.AsSpan().ContainsAnyExcept(byte.MaxValue);
        return new RasterImage(_header.Width, _header.Height, _pixels, isOpaque ? null : _alpha) { Orientation = orientation };
    }

    private void WriteIndexed(ReadOnlySpan<byte> indices, int at, int step)
    {
        var (colors, alpha) = (_palette.Colors, _palette.Alpha);
        foreach (var index in indices)
        {
            if (3 * index >= colors.Length)
            {
                throw PngError.Damaged($"a pixel has colour {index}, which its palette has not");
            }

            _pixels[3 * at] = colors[3 * index];
            _pixels[(3 * at) + 1] = colors[(3 * index) + 1];
            _pixels[(3 * at) + 2] = colors[(3 * index) + 2];
            if (index < alpha.Length)
            {
                _alpha![at] = alpha[index];
            }

            at += step;
        }
    }

    private void WriteDirect(ReadOnlySpan<byte> samples, int at, int step)
    {
        var channels = _header.Channels;
        var (green, blue) = channels >= 3 ? (1, 2) : (0, 0);
        var hasAlpha = channels is 2 or 4;
        for (; samples.Length >= channels; samples = samples[channels..], at += step)
        {
            var rgb = _pixels.AsSpan(3 * at, 3);
            rgb[0] = samples[0];
            rgb[1] = samples[green];
            rgb[2] = samples[blue];
            if (hasAlpha)
            {
                _alpha![at] = samples[channels - 1];
            }
        }
    }

    /// <summary>Makes transparent what has the key colour, compared in the file's own depth.</summary>
    private void ClearKey(ReadOnlySpan<byte> row, ushort[] key, PngPass pass, int at)
    {
        for (var x = 0; x < pass.Width; x++, at += pass.StepX)
        {
            var isKey = true;
            for (var channel = 0; channel < key.Length; channel++)
            {
                isKey &= PngSamples.At(row, (x * key.Length) + channel, _header.BitDepth) == key[channel];
            }

            if (isKey)
            {
                _alpha![at] = 0;
            }
        }
    }
}
