using Amazon.Runtime;
using LookoutVision.Engine.Imaging;
using LookoutVision.Hosting;
using LookoutVision.Remote.Service;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Support;

/// <summary>A host with the credentials that the check of signatures knows.</summary>
internal static class ServiceUnderTest
{
    /// <summary>How large the one image is that the check of signatures can read from a file.</summary>
    private const int LargeLength = 457648;

    public static ServiceModelHost HostOf(Uri endpoint, int retries = 0, ConnectionSettings? settings = null) => new(new Lazy<AmazonLookoutforVisionClient>(() => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI"),
        new AmazonLookoutforVisionConfig(endpoint, "eu-west-1", new(settings ?? new())) { MaxErrorRetry = retries })));

    /// <summary>A white image of 64x80 pixels, small enough to be logged whole.</summary>
    public static byte[] SmallImage() => PngEncoder.Encode(new(64, 80, [.. Enumerable.Repeat<byte>(255, 64 * 80 * 3)]));

    /// <summary>An image for a check of its signature.</summary>
    public static byte[] LargeImage(WireServer server)
    {
        var bytes = new byte[LargeLength];
        SmallImage().CopyTo(bytes, 0);
        File.WriteAllBytes(Path.Combine(server.Folder, "img.jpg"), bytes);
        return bytes;
    }
}
