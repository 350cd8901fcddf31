using System.Runtime.InteropServices;

namespace LookoutVision.Benchmarks.Codecs;

/// <summary>libjpeg-turbo by its TurboJPEG interface (Debian: libturbojpeg0).</summary>
internal sealed unsafe partial class TurboJpeg : IDisposable
{
    private const string Library = "libturbojpeg.so.0";
    private const int Rgb = 0;

    private readonly nint _handle = InitDecompress();

    public byte[] Decode(byte[] file)
    {
        fixed (byte* bytes = file)
        {
            Require(DecompressHeader(_handle, bytes, (nuint)file.Length, out var width, out var height, out _, out _));
            var pixels = GC.AllocateUninitializedArray<byte>(3 * width * height);
            fixed (byte* target = pixels)
            {
                Require(Decompress(_handle, bytes, (nuint)file.Length, target, width, 0, height, Rgb, 0));
            }

            return pixels;
        }
    }

    public void Dispose() => _ = Destroy(_handle);

    private static void Require(int result)
    {
        if (result != 0)
        {
            throw new InvalidDataException("libjpeg-turbo does not decode the file.");
        }
    }

    [LibraryImport(Library, EntryPoint = "tjInitDecompress")]
    private static partial nint InitDecompress();

    [LibraryImport(Library, EntryPoint = "tjDecompressHeader3")]
    private static partial int DecompressHeader(
        nint handle, byte* file, nuint length, out int width, out int height, out int subsampling, out int colorSpace);

    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    private static partial int Decompress(
        nint handle, byte* file, nuint length, byte* pixels, int width, int pitch, int height, int pixelFormat, int flags);

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    private static partial int Destroy(nint handle);
}
