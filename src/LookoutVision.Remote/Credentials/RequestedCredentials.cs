using Amazon.Runtime;

namespace LookoutVision.Remote.Credentials;

/// <summary>Credentials that somebody has to be asked for, such as a portal of single sign-on; who gives none is named, with the way out.</summary>
/// <param name="make">Makes what asks, and keeps the keys until they run out.</param>
/// <param name="origin">Who is asked.</param>
/// <param name="action">What to do where none are given.</param>
internal sealed class RequestedCredentials(Func<AWSCredentials> make, string origin, string action) : AWSCredentials
{
    private readonly Lazy<AWSCredentials> _source = new(make);

    public override ImmutableCredentials GetCredentials()
    {
        try
        {
            return _source.Value.GetCredentials();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Missing(e);
        }
    }

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        try
        {
            return await _source.Value.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Missing(e);
        }
    }

    // The SDK goes on with everything it tried; that stays in the inner error.
    private CredentialsException Missing(Exception cause) =>
        new($"{origin} gives no keys: {cause.Message.Split(". ")[0].ReplaceLineEndings(" ").TrimEnd('.', ' ')}.", action, cause);
}
