using LookoutVision.Engine.Imaging;
using LookoutVision.Hosting;

namespace LookoutVision.Remote.Tests.EdgeAgent;

/// <summary>Hosts for an agent's socket, and images for it: grey, with a red patch of a tenth of the area.</summary>
internal static class AgentUnderTest
{
    /// <summary>A PNG of 64x80 pixels.</summary>
    public static byte[] ImageBytes { get; } = Draw(64, 80);

    /// <summary>Of 64x80 pixels: sent in the message.</summary>
    public static ImageSource SmallImage { get; } = ImageSource.FromBytes(ImageBytes, "small.png");

    /// <summary>Of 800x600 pixels: sent by shared memory, where that can be.</summary>
    public static ImageSource LargeImage { get; } = ImageSource.FromBytes(Draw(800, 600), "large.png");

    /// <summary>Of 1600x1200 pixels: larger than gRPC takes in a message where nobody told it to take more.</summary>
    public static ImageSource LargerThanMessages { get; } = ImageSource.FromBytes(Draw(1600, 1200), "larger.png");

    public static IModelHost HostOf(string socketPath, TimeSpan? readTimeout = null) =>
        HostConnector.Connect(new ConnectionSettings { EndpointUrl = "unix:" + socketPath, ReadTimeout = readTimeout }, RemoteHosts.Connect).Models;

    /// <summary>The colour of a pixel of a PNG, as <c>#RRGGBB</c>.</summary>
    public static string ColorAt(byte[] png, int x, int y)
    {
        var image = ImageCodec.Decode(png);
        return "#" + Convert.ToHexString(image.Pixels, ((y * image.Width) + x) * 3, 3);
    }

    private static byte[] Draw(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)128);
        for (var i = 0; i < pixels.Length / 10; i += 3)
        {
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (250, 10, 20);
        }

        return PngEncoder.Encode(new(width, height, pixels));
    }
}
