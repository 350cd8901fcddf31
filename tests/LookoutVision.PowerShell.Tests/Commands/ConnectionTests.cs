using LookoutVision.Commands;
using LookoutVision.Hosting;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Commands;

public sealed class ConnectionTests
{
    private readonly FakeShell _shell = new();

    [Fact]
    public void WhatTheParametersSayReachesTheHost()
    {
        var settings = SettingsOf(command =>
        {
            command.EndpointUrl = "https://vision.example";
            command.Region = "eu-west-1";
            (command.AccessKey, command.SecretKey, command.SessionToken) = ("AK", "SK", "ST");
            command.OperationTimeoutSeconds = 5;
            command.ConnectionTimeoutSeconds = 0;
        });

        Assert.Equal(
            new ConnectionSettings
            {
                EndpointUrl = "https://vision.example",
                Region = "eu-west-1",
                AccessKey = "AK",
                SecretKey = "SK",
                SessionToken = "ST",
                ReadTimeout = TimeSpan.FromSeconds(5),
                ConnectTimeout = Timeout.InfiniteTimeSpan,
            },
            settings);
    }

    [Fact]
    public void ASessionOfAwsToolsIsHonouredAndWhatIsSaidComesFirst()
    {
        _shell.Variables["StoredAWSCredentials"] = new StoredCredentials(new KeyGiver());
        _shell.Variables["StoredAWSRegion"] = "eu-central-1";

        var silent = SettingsOf(_ => { });
        var said = SettingsOf(command =>
        {
            command.Region = "us-west-2";
            command.Credential = new KeyGiver { Name = "MINE" };
        });

        Assert.Equal(("eu-central-1", "$StoredAWSRegion"), (silent.Region, silent.RegionOrigin));
        Assert.Equal(new AccessKeys("GIVER1", "secret", "token"), silent.Credential!.Read!());
        Assert.Equal("GIVER2", silent.Credential.Read().AccessKey);
        Assert.Equal("$StoredAWSCredentials", silent.Credential.Origin);
        Assert.Equal(("us-west-2", null), (said.Region, said.RegionOrigin));
        Assert.Equal(("-Credential", "MINE1"), (said.Credential!.Origin, said.Credential.Read!().AccessKey));
    }

    private ConnectionSettings SettingsOf(Action<GetLVModelCommand> bind)
    {
        ConnectionSettings? seen = null;
        var host = new FakeHost();
        using var run = new CommandRun<GetLVModelCommand>(_shell, host);
        run.Command.Connect = settings =>
        {
            seen = settings;
            return new HostConnection(host, host, "");
        };
        run.Run(bind);
        return seen!;
    }

    /// <summary>As the variable of AWS.Tools, which keeps the credentials to itself.</summary>
    private sealed class StoredCredentials(KeyGiver credentials)
    {
        internal KeyGiver Credentials { get; } = credentials;
    }

    /// <summary>As credentials of the AWS SDK: keys are asked for, and may be others the next time.</summary>
    private sealed class KeyGiver
    {
        private int _asked;

        public string Name { get; init; } = "GIVER";

        public Keys GetCredentials() => new($"{Name}{++_asked}", "secret", "token");
    }

    private sealed record Keys(string AccessKey, string SecretKey, string Token);
}
