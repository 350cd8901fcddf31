using LookoutVision.Engine.Imaging;

namespace LookoutVision.Fuzz.Targets;

/// <summary>An image file of one format.</summary>
internal abstract class ImageTarget : IFuzzTarget
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<byte[]> Seeds { get; }

    public abstract void Mend(byte[] input);

    public bool Refuses(byte[] input)
    {
        try
        {
            var info = ImageCodec.Identify(input);
            var image = ImageCodec.Decode(input);
            return (image.Width, image.Height) == (info.Width, info.Height)
                ? false
                : throw new InvalidOperationException($"{info} is decoded to {image.Width} x {image.Height}.");
        }
        catch (ImageFormatException)
        {
            return true;
        }
    }
}
