using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LookoutVision.Remote.Credentials;

namespace LookoutVision.Remote.SageMaker.Batch;

/// <summary>Reads and writes objects of Amazon S3, with the library's errors.</summary>
internal sealed class S3Store(IAmazonS3 client)
{
    /// <summary>The objects of a folder and of those below it, by their names, with their sizes in bytes.</summary>
    public async IAsyncEnumerable<(S3Place Place, long Size)> ListAsync(S3Place folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = folder.Bucket, Prefix = folder.Key };
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync(folder, () => client.ListObjectsV2Async(request, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (var item in page.S3Objects ?? [])
            {
                yield return (folder with { Key = item.Key }, item.Size ?? 0);
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    /// <summary>The bytes of an object; null where there is none of that name.</summary>
    public Task<byte[]?> FindAsync(S3Place place, CancellationToken cancellationToken) => AskAsync<byte[]?>(
        place,
        async () =>
        {
            try
            {
                using var found = await client.GetObjectAsync(place.Bucket, place.Key, cancellationToken).ConfigureAwait(false);
                var bytes = new MemoryStream();
                await found.ResponseStream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
                return bytes.ToArray();
            }
            catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey")
            {
                return null;
            }
        },
        cancellationToken);

    public Task WriteAsync(S3Place place, string text, CancellationToken cancellationToken) => AskAsync(
        place,
        () => client.PutObjectAsync(
            new PutObjectRequest { BucketName = place.Bucket, Key = place.Key, ContentBody = text, ContentType = "application/json" }, cancellationToken),
        cancellationToken);

    private static async Task<T> AskAsync<T>(S3Place place, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && Read(e, place) is { } error)
        {
            throw error;
        }
    }

    private static LookoutVisionException? Read(Exception error, S3Place place) => error switch
    {
        AmazonS3Exception { ErrorCode: "NoSuchBucket" } => new ResourceNotFoundException($"There is no bucket '{place.Bucket}'.", error)
        {
            ResourceId = place.ToString(),
            RecommendedAction = "Check the bucket's name, and that it is in this region.",
        },
        AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden } => new AccessDeniedException($"'{place}' may not be read or written: {error.Message}", error)
        {
            ResourceId = place.ToString(),
            RecommendedAction = "Allow s3:ListBucket, s3:GetObject and s3:PutObject to the credentials.",
        },
        CredentialsException missing => missing.ToError(place.ToString()),
        AmazonClientException => new AccessDeniedException($"The request for '{place}' cannot be signed: {error.Message}", error)
        {
            ResourceId = place.ToString(),
            RecommendedAction = "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE to a profile that has them.",
        },
        AmazonServiceException or HttpRequestException or IOException or TimeoutException or OperationCanceledException =>
            new InternalServerException($"Amazon S3 did not give '{place}': {error.Message}", error)
            {
                ResourceId = place.ToString(),
                RecommendedAction = "Try again later.",
            },
        _ => null,
    };
}
