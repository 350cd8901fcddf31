namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>What the components mean, judged as libjpeg does: JFIF, then the Adobe marker, then the component numbers.</summary>
internal struct JpegColorSpace
{
    private bool _hasJfif;
    private int _adobeTransform;
    private bool _hasAdobe;

    public void ReadApp0(ReadOnlySpan<byte> payload) => _hasJfif |= payload.StartsWith("JFIF\0"u8);

    public void ReadApp14(ReadOnlySpan<byte> payload)
    {
        if (payload.Length >= 12 && payload.StartsWith("Adobe"u8))
        {
            _hasAdobe = true;
            _adobeTransform = payload[11];
        }
    }

    /// <summary>Whether three components are R, G and B as they stand.</summary>
    public readonly bool IsRgb(JpegComponent[] components)
    {
        if (_hasJfif)
        {
            return false;
        }

        return _hasAdobe
            ? _adobeTransform == 0
            : (components[0].Id, components[1].Id, components[2].Id) == ('R', 'G', 'B');
    }
}
