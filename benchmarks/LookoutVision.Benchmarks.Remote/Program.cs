using System.Globalization;
using LookoutVision.Benchmarks.Remote;

// stub: the server; ask: this library's part, in a process of its own; else IMAGE [COUNT [AT-ONCE [ROUNDS]]]: the comparison.
return args switch
{
    ["stub"] => await StubServer.RunAsync(),
    ["ask", var url, var image, var count, var atOnce] => await AskAsync(url, image, Number(count), Number(atOnce)),
    [var image, .. var rest] when File.Exists(image) => await Comparison.RunAsync(image, Given(rest, 0, 1000), Given(rest, 1, 32), Given(rest, 2, 5)),
    _ => Usage(),
};

static async Task<int> AskAsync(string url, string image, int count, int atOnce)
{
    var cost = await BatchRun.MeasureAsync(url, image, count, atOnce);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost.Wall} {cost.Processor}"));
    return 0;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Given(string[] given, int place, int usual) => given.Length > place ? Number(given[place]) : usual;

static int Usage()
{
    Console.Error.WriteLine("Name an image; then, if need be, how many times it is asked about (1000), how many times at once (32), and how often all of it is done (5).");
    return 1;
}
