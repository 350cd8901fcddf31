using System.Collections;
using LookoutVision.Binding;
using LookoutVision.Hosting;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Binding;

public sealed class CompleterTests
{
    private readonly FakeHost _host = new FakeHost()
        .WithModel("parts", "2", ModelStatus.Hosted)
        .WithModel("parts", "1", ModelStatus.Trained)
        .WithModel("bolts", "7", ModelStatus.Trained);

    [Fact]
    public void Projects_and_the_versions_of_the_named_one()
    {
        var projects = new ProjectNameCompleter { Connect = _ => new HostConnection(_host, _host, ""), Patience = Timeout.InfiniteTimeSpan };
        var versions = new ModelVersionCompleter { Connect = _ => new HostConnection(_host, _host, ""), Patience = Timeout.InfiniteTimeSpan };

        Assert.Equal(["parts", "bolts"], projects.Propose(new Hashtable()).Select(proposal => proposal.Text));
        Assert.Equal(["2", "1", "latest"], versions.Propose(new Hashtable { ["ProjectName"] = "parts" }).Select(proposal => proposal.Text));
        Assert.Empty(versions.Propose(new Hashtable()));
    }

    [Fact]
    public void For_what_needs_a_hosted_model_only_these()
    {
        var projects = new HostedProjectCompleter { Connect = _ => new HostConnection(_host, _host, ""), Patience = Timeout.InfiniteTimeSpan };
        var versions = new HostedVersionCompleter { Connect = _ => new HostConnection(_host, _host, ""), Patience = Timeout.InfiniteTimeSpan };

        Assert.Equal(["parts"], projects.Propose(new Hashtable()).Select(proposal => proposal.Text));
        Assert.Equal(["2", "latest"], versions.Propose(new Hashtable { ["ProjectName"] = "parts" }).Select(proposal => proposal.Text));

        _host.Models.Insert(0, _host.Models[0] with { ModelVersion = "3", Status = ModelStatus.Trained });
        Assert.Equal(["2"], versions.Propose(new Hashtable { ["ProjectName"] = "parts" }).Select(proposal => proposal.Text));
    }

    [Fact]
    public void What_is_to_be_deleted_is_named_by_its_number()
    {
        var versions = new VersionNumberCompleter { Connect = _ => new HostConnection(_host, _host, ""), Patience = Timeout.InfiniteTimeSpan };

        Assert.Equal(["2", "1"], versions.Propose(new Hashtable { ["ProjectName"] = "parts" }).Select(proposal => proposal.Text));
    }

    [Fact]
    public void Labels_are_those_of_all_models_the_hosted_ones_first()
    {
        _host.Models[0] = _host.Models[0] with { Labels = ["scratch"] };
        _host.Models[1] = _host.Models[1] with { Labels = ["stain", "scratch"] };
        var labels = new AnomalyNameCompleter { Connect = _ => new HostConnection(_host, _host, ""), Patience = Timeout.InfiniteTimeSpan };

        Assert.Equal(["scratch", "stain"], labels.Propose(new Hashtable()).Select(proposal => proposal.Text));
    }

    [Theory]
    [InlineData("scratch", false, "scratch")]
    [InlineData("scratch", true, "'scratch'")]
    [InlineData("deep scratch", false, "'deep scratch'")]
    [InlineData("maker's mark", false, "'maker''s mark'")]
    [InlineData("-1", false, "'-1'")]
    [InlineData("$x", false, "'$x'")]
    public void What_has_to_be_quoted_is(string text, bool isQuoted, string typed) => Assert.Equal(typed, ModelCompleter.Quote(text, isQuoted));

    [Fact]
    public void A_host_that_fails_completes_nothing()
    {
        var completer = new ProjectNameCompleter { Connect = _ => throw new ValidationException("no such host") };

        Assert.Empty(completer.Propose(new Hashtable { ["EndpointUrl"] = "ftp://x" }));
    }

    [Fact]
    public void A_host_that_hangs_completes_nothing_after_a_moment()
    {
        using var never = new ManualResetEventSlim();
        var completer = new ProjectNameCompleter
        {
            Patience = TimeSpan.FromMilliseconds(50),
            Connect = _ =>
            {
                never.Wait();
                throw new InvalidOperationException();
            },
        };

        Assert.Empty(completer.Propose(new Hashtable()));
        never.Set();
    }
}
