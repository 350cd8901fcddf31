using System.ComponentModel;
using System.Diagnostics;

namespace LookoutVision.Engine.Tests.Imaging.Support;

/// <summary>Programs of libjpeg-turbo, netpbm and ImageMagick, which judge ours where they are installed.</summary>
internal static class ReferenceTool
{
    public static bool IsInstalled(string name)
    {
        try
        {
            using var process = Process.Start(StartInfo(name, ["-version"]))!;
            process.StandardInput.Close();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Runs the program over standard input and output.</summary>
    public static byte[] Run(string name, ReadOnlySpan<byte> input, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(name, arguments))!;
        var bytes = input.ToArray();
        var writing = Task.Run(() =>
        {
            using var stream = process.StandardInput.BaseStream;
            stream.Write(bytes);
        });
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        writing.Wait();
        Assert.True(process.ExitCode == 0, $"{name} {string.Join(' ', arguments)}: {errors.Result}");
        return output.ToArray();
    }

    private static ProcessStartInfo StartInfo(string name, IEnumerable<string> arguments) => new(name, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
