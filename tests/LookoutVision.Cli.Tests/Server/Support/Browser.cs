using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace LookoutVision.Cli.Tests.Server.Support;

/// <summary>A headless Chromium with a page open.</summary>
internal sealed class Browser : IDisposable
{
    private readonly ChromeDriver _driver;
    private readonly TemporaryFolder _profile = new();

    public Browser(Uri page, bool isDark = false)
    {
        var options = new ChromeOptions { BinaryLocation = $"{BrowserFactAttribute.Folder}/chromium", AcceptInsecureCertificates = true };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--window-size=1280,1100", $"--user-data-dir={_profile.Path}");
        if (isDark)
        {
            options.AddArgument("--blink-settings=preferredColorScheme=0");
        }

        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(BrowserFactAttribute.Folder);
        service.SuppressInitialDiagnosticInformation = true;
        _driver = new(service, options);
        _driver.Navigate().GoToUrl(page);
    }

    /// <summary>What the page's scripts and its policy complained of.</summary>
    public IEnumerable<string> Complaints => _driver.Manage().Logs.GetLog(LogType.Browser).Select(e => e.Message);

    /// <summary>What a script in the page gives back.</summary>
    public T Ask<T>(string script) => (T)_driver.ExecuteScript($"return {script}")!;

    public string TextOf(string selector) => _driver.FindElement(By.CssSelector(selector)).Text;

    public void Type(string selector, string text) => _driver.FindElement(By.CssSelector(selector)).SendKeys(text);

    public void Click(string selector) => _driver.FindElement(By.CssSelector(selector)).Click();

    /// <summary>Waits until a script in the page says so.</summary>
    public void Await(string condition) => new WebDriverWait(_driver, TimeSpan.FromSeconds(60)).Until(_ => Ask<bool>($"!!({condition})"));

    public void SaveScreenshot(string path) => _driver.GetScreenshot().SaveAsFile(path);

    public void Dispose()
    {
        _driver.Quit();
        _driver.Dispose();
        _profile.Dispose();
    }
}
