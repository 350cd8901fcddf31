using System.Text.RegularExpressions;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using LookoutVision.Hosting;
using LookoutVision.Remote.Credentials;
using LookoutVision.Remote.SageMaker.Batch;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.SageMaker;

/// <summary>The host behind <c>sagemaker://REGION</c>: endpoints that run the model which AWS published as the service's successor.</summary>
internal static partial class SageMakerHost
{
    /// <summary>What an endpoint begins with; the region follows.</summary>
    public const string Scheme = "sagemaker:";

    /// <summary>A container may take a minute.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(70);

    /// <summary>A list of a job's images has millions of names.</summary>
    private const int MostOfAnObject = 512 * 1024 * 1024;

    /// <summary>Connects to a region's endpoints. Nothing is sent yet, and no role is asked for.</summary>
    /// <param name="endpoint"><c>sagemaker://REGION</c>, or <c>sagemaker:</c> for the region that is set up.</param>
    /// <param name="origin">Who named the endpoint, for the description.</param>
    /// <param name="settings">How to ask it.</param>
    public static HostConnection Connect(string endpoint, string origin, ConnectionSettings settings)
    {
        var region = RegionOf(endpoint, origin, settings);
        var patient = settings with { ReadTimeout = settings.ReadTimeout ?? AnswerTime };
        var clients = new HttpClients(patient);
        var control = SageMakerConfig.Control(region, clients);
        var runtime = SageMakerConfig.Runtime(region, clients);
        var found = CredentialFinder.Find(settings, needsNone: new Uri(runtime.ServiceURL).IsLoopback);
        var controlClient = new Lazy<SageMakerClient>(() => new(found.Credentials, control));
        return new(
            new SageMakerModelHost(controlClient, new(() => new(found.Credentials, runtime))),
            null,
            $"SageMaker host, region {region} ({origin}), {runtime.ServiceURL}; credentials: {found.Origin}.")
        {
            Warning = ServerWarnings.Of(new(runtime.ServiceURL), settings) ?? ServerWarnings.Of(new(control.ServiceURL), settings),
            Batches = new BatchDetections(controlClient, new(() => StoreOf(found.Credentials, region, new(patient, MostOfAnObject)))),
            StartAction = "Create the endpoint, whose instances cost by the hour until Stop-LVModel deletes it",
            StartNotice = "The endpoint's instances cost by the hour from now on, asked or not; Stop-LVModel ends that.",
            StopAction = "Delete the endpoint; its configuration and its model stay, and Start-LVModel makes it again",
        };
    }

    private static S3Store StoreOf(AWSCredentials credentials, string region, HttpClients clients)
    {
        var config = new AmazonS3Config
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            HttpClientFactory = clients,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        };

        // A server of one's own has no names of buckets in front of its name.
        config.ForcePathStyle = config.ServiceURL is not null;
        return new(new AmazonS3Client(credentials, config));
    }

    private static string RegionOf(string endpoint, string origin, ConnectionSettings settings)
    {
        var named = endpoint[Scheme.Length..].Trim().Trim('/');
        var region = named.Length > 0 ? named : SigningRegion.Find(settings).Name;
        return RegionName().IsMatch(region) ? region : throw HostConnector.Unknown(endpoint, origin, $"'{region}' is no region of AWS");
    }

    [GeneratedRegex("^[a-z]{2,}(-[a-z]+)+-[0-9]+$")]
    private static partial Regex RegionName();
}
