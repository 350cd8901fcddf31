using LookoutVision.Cli.Server.Security;
using LookoutVision.Cli.Tests.Server.Support;

namespace LookoutVision.Cli.Tests.Server.Security;

public sealed class AccessKeyRingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
    private readonly List<Exception> _faults = [];

    [Fact]
    public void KeysAreRotatedWithoutARestart()
    {
        Write("OLDKEY");
        var ring = AccessKeyRing.Find(_folder["keys.ini"], _clock, _faults.Add)!;
        Assert.NotNull(ring.Find("OLDKEY"));

        Write("OLDKEY", "NEWKEY");
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.NotNull(ring.Find("NEWKEY"));
        Assert.NotNull(ring.Find("OLDKEY"));

        Write("NEWKEY");
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(ring.Find("OLDKEY"));
        Assert.Empty(_faults);
    }

    [Fact]
    public void AFileThatCannotBeReadChangesNothingAndIsReported()
    {
        Write("KEY1");
        var ring = AccessKeyRing.Find(_folder["keys.ini"], _clock, _faults.Add)!;
        File.WriteAllText(_folder["keys.ini"], "[torn");
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.NotNull(ring.Find("KEY1"));
        File.Delete(_folder["keys.ini"]);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.NotNull(ring.Find("KEY1"));
        Assert.Equal(2, _faults.Count);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead, false)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead, true)]
    public void AFileThatEveryUserCanReadIsToldOf(UnixFileMode mode, bool isExposed)
    {
        Write("KEY1");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder["keys.ini"], mode);
        }

        Assert.Equal(isExposed && !OperatingSystem.IsWindows() ? _folder["keys.ini"] : null, AccessKeyRing.Find(_folder["keys.ini"], _clock, _faults.Add)!.ExposedFile);
    }

    [Fact]
    public void AFileThatIsMissingAtTheStartIsAnError() => Assert.Contains(
        "keys.ini", Assert.ThrowsAny<LookoutVisionException>(() => AccessKeyRing.Find(_folder["keys.ini"], _clock, _faults.Add)).Message, StringComparison.Ordinal);

    [Fact]
    public void WithoutFileAndEnvironmentThereAreNoKeys() => Assert.Null(AccessKeyRing.Find(null, _clock, _faults.Add));

    public void Dispose() => _folder.Dispose();

    private void Write(params string[] ids) => File.WriteAllLines(
        _folder["keys.ini"], ids.Select(i => $"[{i}]\naws_access_key_id = {i}\naws_secret_access_key = secret-secret-secret-{i}"));
}
