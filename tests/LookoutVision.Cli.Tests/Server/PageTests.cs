using LookoutVision.Cli.Tests.Server.Support;

namespace LookoutVision.Cli.Tests.Server;

public sealed class PageTests
{
    private const string Verdict = "document.querySelector('#verdict h3')?.textContent";

    [BrowserFact]
    public async Task APhotographIsJudgedAndItsDefectShown()
    {
        using var parts = new PartsEndpoint();
        await using var server = await RunningServer.StartAsync(endpoint: parts.Endpoint);
        using var browser = new Browser(server.Server.Endpoint);
        browser.Await("model.value === 'flanges/2'");
        Assert.Contains("idle", browser.TextOf("#models"), StringComparison.Ordinal);
        Assert.Equal("None since the server started.", browser.TextOf("#no-recent"));

        browser.Type("#files", parts.Good);
        browser.Await($"{Verdict} === 'Normal'");
        var plain = browser.Ask<string>("stage.toDataURL()");
        browser.Type("#files", parts.Bad);
        browser.Await($"{Verdict} === 'Anomalous'");
        Assert.Contains("97.3 % confident", browser.TextOf("#verdict"), StringComparison.Ordinal);
        Assert.Contains("<b>bad.png", browser.TextOf("#verdict"), StringComparison.Ordinal);
        Assert.StartsWith("stain: ", browser.TextOf("#verdict li"), StringComparison.Ordinal);

        // The overlay is drawn, and the slider takes it away.
        var drawn = browser.Ask<string>("stage.toDataURL()");
        Assert.NotEqual(plain, drawn);
        var bare = browser.Ask<string>("(shade.value = 0, shade.dispatchEvent(new Event('input')), stage.toDataURL())");
        Assert.NotEqual(drawn, bare);

        browser.Type("#files", parts.Broken);
        browser.Await($"{Verdict} === 'Not judged'");
        browser.Await("document.querySelectorAll('#recent tr').length === 2");
        Assert.Contains("Anomalous", browser.TextOf("#recent tr"), StringComparison.Ordinal);
        Assert.Contains("1 normal, 1 anomalous, 0 not judged", browser.Ask<string>("document.querySelector('#chart svg').getAttribute('aria-label')"), StringComparison.Ordinal);
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task AModelWithoutMasksShowsItsHeatMap()
    {
        using var parts = new PartsEndpoint(givesMasks: false);
        parts.Endpoint.Map = (model, image) => model == new ModelReference("flanges", "2") && image.Length == new FileInfo(parts.Bad).Length
            ? File.ReadAllBytes(parts.Good)
            : throw new ValidationException("another image");
        await using var server = await RunningServer.StartAsync(endpoint: parts.Endpoint);
        using var browser = new Browser(server.Server.Endpoint);
        browser.Await("model.value === 'flanges/2'");
        browser.Type("#files", parts.Bad);
        browser.Await($"{Verdict} === 'Anomalous'");
        Assert.Contains("the brighter a place", browser.TextOf("#verdict"), StringComparison.Ordinal);
        var drawn = browser.Ask<string>("stage.toDataURL()");
        Assert.NotEqual(drawn, browser.Ask<string>("(shade.value = 0, shade.dispatchEvent(new Event('input')), stage.toDataURL())"));
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task WithKeysThePageSignsWhatItAsks()
    {
        using var parts = new PartsEndpoint();
        await using var server = await RunningServer.StartAsync(new() { Keys = RunningServer.Keys }, parts.Endpoint);
        using var browser = new Browser(server.Server.Endpoint);
        browser.Await("document.getElementById('sign-in').open");
        browser.Type("#key-id", RunningServer.KeyId);
        browser.Type("#key-secret", "wrong");
        browser.Click("#sign-in button");
        browser.Await("document.getElementById('sign-in-fault').textContent.includes('does not match')");
        browser.Ask<object?>("document.getElementById('key-secret').value = ''");
        browser.Type("#key-secret", RunningServer.Secret);
        browser.Click("#sign-in button");
        browser.Await("model.value === 'flanges/2'");
        browser.Type("#files", parts.Good);
        browser.Await($"{Verdict} === 'Normal'");
        browser.Await("document.querySelector('#recent tr td:last-child')?.textContent === 'tester'");
    }

    [BrowserFact]
    public async Task ThePageCanBeReadWithoutSeeingItAndLoadsNothingFromElsewhere()
    {
        await using var server = await RunningServer.StartAsync();
        using var browser = new Browser(server.Server.Endpoint);
        browser.Await("document.querySelector('#chart svg')");
        Assert.True(browser.Ask<bool>("document.documentElement.lang === 'en' && document.title.length > 0"));
        Assert.True(browser.Ask<bool>("[...document.querySelectorAll('input, select')].every(i => i.labels.length === 1)"));
        Assert.True(browser.Ask<bool>("[...document.querySelectorAll('section')].every(s => document.getElementById(s.getAttribute('aria-labelledby')))"));
        Assert.True(browser.Ask<bool>("performance.getEntriesByType('resource').every(r => r.name.startsWith(location.origin))"));
        Assert.Contains("start-model", browser.TextOf("#no-models"), StringComparison.Ordinal);
        var policy = (await server.Client.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }
}
