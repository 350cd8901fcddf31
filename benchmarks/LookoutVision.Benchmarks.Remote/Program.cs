using LookoutVision.Benchmarks.Remote;

// stub: the server; else IMAGE [COUNT [AT-ONCE]]: the comparison.
return args switch
{
    ["stub"] => await StubServer.RunAsync(),
    [var image, .. var rest] when File.Exists(image) => await Comparison.RunAsync(
        image, rest.Length > 0 ? int.Parse(rest[0]) : 1000, rest.Length > 1 ? int.Parse(rest[1]) : 32),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name an image; then, if need be, how many times it is asked about (1000) and how many times at once (32).");
    return 1;
}
