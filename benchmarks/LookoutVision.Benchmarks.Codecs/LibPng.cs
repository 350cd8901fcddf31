using System.Runtime.InteropServices;

namespace LookoutVision.Benchmarks.Codecs;

/// <summary>libpng with zlib, by its simplified interface (Debian: libpng16-16).</summary>
internal static unsafe partial class LibPng
{
    private const string Library = "libpng16.so.16";
    private const uint Rgb = 2;

    public static byte[] Decode(byte[] file)
    {
        var image = new Image { Version = 1 };
        fixed (byte* bytes = file)
        {
            Require(BeginRead(&image, bytes, (nuint)file.Length));
            image.Format = Rgb;
            var pixels = GC.AllocateUninitializedArray<byte>((int)(3 * image.Width * image.Height));
            fixed (byte* target = pixels)
            {
                Require(FinishRead(&image, null, target, 0, null));
            }

            return pixels;
        }
    }

    private static void Require(int result)
    {
        if (result == 0)
        {
            throw new InvalidDataException("libpng does not decode the file.");
        }
    }

    [LibraryImport(Library, EntryPoint = "png_image_begin_read_from_memory")]
    private static partial int BeginRead(Image* image, byte* file, nuint length);

    [LibraryImport(Library, EntryPoint = "png_image_finish_read")]
    private static partial int FinishRead(Image* image, void* background, byte* pixels, int rowStride, void* colorMap);

    /// <summary>The structure png_image of png.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Image
    {
        public nint Opaque;
        public uint Version;
        public uint Width;
        public uint Height;
        public uint Format;
        public uint Flags;
        public uint ColorMapEntries;
        public uint WarningOrError;
        public fixed byte Message[64];
    }
}
