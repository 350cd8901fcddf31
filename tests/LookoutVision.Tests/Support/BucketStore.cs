using System.Text.Json.Nodes;
using LookoutVision.Hosting;
using LookoutVision.Local;
using LookoutVision.Service;
using LookoutVision.Service.Model;

namespace LookoutVision.Testing;

/// <summary>A store and its buckets in a folder of a test's own, asked by the service's operations.</summary>
internal sealed class BucketStore : IDisposable
{
    public const string Bucket = "parts-bucket";

    private readonly TempFolder _folder;

    public BucketStore(TempFolder folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder.PathOf("buckets", Bucket));
        Store = new(folder.PathOf("store"), new BucketFolder(folder.PathOf("buckets")));
        Host = HostConnector.Local(Store, "a test's store");
    }

    public LocalStore Store { get; }

    public HostConnection Host { get; init; }

    public Task<JsonObject> AskAsync(string operation, string input, ImageSource? body = null) => new ServiceDispatcher(Host)
        .DispatchAsync(ServiceOperations.Get(operation), JsonNode.Parse(input)!.AsObject(), body, CancellationToken.None);

    /// <summary>Puts an object into the bucket.</summary>
    public void Put(string key, byte[] content) => _folder.Write($"buckets/{Bucket}/{key}", content);

    public void Put(string key, string content) => _folder.Write($"buckets/{Bucket}/{key}", content);

    public byte[] Get(string key) => File.ReadAllBytes(_folder.PathOf("buckets", Bucket, key));

    /// <summary>A manifest's line of an image in the bucket.</summary>
    public static string Line(string key, string label, string member = "anomaly-label", int number = 1) =>
        $$$"""{"source-ref":"s3://{{{Bucket}}}/{{{key}}}","{{{member}}}":{{{number}}},"{{{member}}}-metadata":{"class-name":"{{{label}}}","type":"groundtruth/image-classification"}}""";

    public void Dispose() => _folder.Dispose();
}
