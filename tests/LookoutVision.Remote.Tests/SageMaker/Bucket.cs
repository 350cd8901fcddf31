using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LookoutVision.Remote.Tests.Support;

namespace LookoutVision.Remote.Tests.SageMaker;

/// <summary>A bucket that its owner fills and looks into.</summary>
internal sealed class Bucket : IDisposable
{
    private readonly AmazonS3Client _client = new(
        new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI"),
        new AmazonS3Config { RegionEndpoint = Amazon.RegionEndpoint.USEast1, ForcePathStyle = true });

    private readonly string _name;

    private Bucket(string name) => _name = name;

    public static async Task<Bucket> MakeAsync(string name)
    {
        var bucket = new Bucket(name);
        await bucket._client.PutBucketAsync(name);
        return bucket;
    }

    /// <summary>Puts an image at each place.</summary>
    public Task WriteAsync(params string[] keys) => Task.WhenAll(keys.Select(key => _client.PutObjectAsync(
        new PutObjectRequest { BucketName = _name, Key = key, InputStream = new MemoryStream(ServiceUnderTest.SmallImage()) })));

    public Task WriteTextAsync(string key, string text) =>
        _client.PutObjectAsync(new PutObjectRequest { BucketName = _name, Key = key, ContentBody = text });

    public async Task<string> ReadAsync(string key)
    {
        using var found = await _client.GetObjectAsync(_name, key);
        using var reader = new StreamReader(found.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => _client.Dispose();
}
