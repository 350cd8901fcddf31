using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The image being decoded: takes unfiltered rows of any pass and form, keeps RGB and opacity.</summary>
internal sealed class PngCanvas
{
    private readonly PngHeader _header;
    private readonly PngPalette _palette;
    private readonly byte[] _pixels;
    private readonly byte[]? _alpha;
    private readonly ushort[] _samples;

    public PngCanvas(PngHeader header, PngPalette palette)
    {
        _header = header;
        _palette = palette;
        _pixels = new byte[3 * header.Width * header.Height];
        if (header.ColorType is PngColorType.GreyAlpha or PngColorType.Rgba || palette.HasTransparency)
        {
            _alpha = new byte[header.Width * header.Height];
            _alpha.AsSpan().Fill(byte.MaxValue);
        }

        _samples = new ushort[header.Width * header.Channels];
    }

    /// <summary>Puts a row of a pass in its place.</summary>
    public void Write(ReadOnlySpan<byte> row, PngPass pass, int y)
    {
        var samples = _samples.AsSpan(0, pass.Width * _header.Channels);
        Unpack(row, samples);
        var start = ((pass.StartY + (y * pass.StepY)) * _header.Width) + pass.StartX;
        for (var (x, i, at) = (0, 0, start); x < pass.Width; x++, i += _header.Channels, at += pass.StepX)
        {
            WritePixel(samples.Slice(i, _header.Channels), at);
        }
    }

    public RasterImage ToImage()
    {
        var isOpaque = _alpha is null || !_alpha.AsSpan().ContainsAnyExcept(byte.MaxValue);
        return new RasterImage(_header.Width, _header.Height, _pixels, isOpaque ? null : _alpha);
    }

    private void WritePixel(ReadOnlySpan<ushort> samples, int at)
    {
        var rgb = _pixels.AsSpan(3 * at, 3);
        if (_header.ColorType == PngColorType.Palette)
        {
            var index = samples[0];
            if (index >= _palette.Colors.Length / 3)
            {
                throw PngError.Damaged($"a pixel has colour {index}, which its palette has not");
            }

            _palette.Colors.AsSpan(3 * index, 3).CopyTo(rgb);
            if (index < _palette.Alpha.Length)
            {
                _alpha![at] = _palette.Alpha[index];
            }

            return;
        }

        var colors = _header.Channels >= 3 ? 3 : 1;
        rgb[0] = To8Bits(samples[0]);
        rgb[1] = colors == 3 ? To8Bits(samples[1]) : rgb[0];
        rgb[2] = colors == 3 ? To8Bits(samples[2]) : rgb[0];
        if (_header.Channels > colors)
        {
            _alpha![at] = To8Bits(samples[colors]);
        }
        else if (_palette.Key is { } key && samples.SequenceEqual(key))
        {
            _alpha![at] = 0;
        }
    }

    private void Unpack(ReadOnlySpan<byte> row, Span<ushort> samples)
    {
        var depth = _header.BitDepth;
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = depth switch
            {
                16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * i)..]),
                8 => row[i],
                _ => (ushort)((row[i * depth >> 3] >> (8 - depth - (i * depth & 7))) & ((1 << depth) - 1)),
            };
        }
    }

    private byte To8Bits(ushort sample) => _header.BitDepth switch
    {
        16 => (byte)(((sample * 255) + 32895) >> 16),
        8 => (byte)sample,
        4 => (byte)(sample * 17),
        2 => (byte)(sample * 85),
        _ => (byte)(sample * 255),
    };
}
