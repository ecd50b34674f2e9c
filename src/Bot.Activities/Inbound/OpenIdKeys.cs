using System.Text.Json;
using Bot.Activities.Outbound;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Activities.Inbound;

/// <summary>
/// An issuer's signing keys from its OpenID metadata: read once, again every half day and on an unknown key, at most a few times in a
/// while, so that garbage cannot hammer the provider. The last good set stays in use while the provider is down (bot-protocol 2.3).
/// </summary>
internal sealed class OpenIdKeys(ActivityTransport http, string address, TimeProvider clock, ILogger<OpenIdKeys> logger) : IDisposable
{
    private const int MaxDocument = 1 << 20;
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(12);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(5);

    private readonly RefreshGuard _guard = new(clock);
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile KeySet? _current;
    private DateTimeOffset _nextFirstTry;

    /// <summary>The newest set; null when none could ever be had.</summary>
    public async ValueTask<KeySet?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_current is not { } keys)
        {
            return await RefreshAsync(null, cancellationToken);
        }
        if (clock.GetUtcNow() - keys.ReadAt > MaxAge && _fetching.CurrentCount > 0)
        {
            _ = RefreshAsync(keys, CancellationToken.None);
        }
        return keys;
    }

    /// <summary>A set newer than the given one where it can be had now, else the newest there is; null when there is none.</summary>
    public async Task<KeySet?> RefreshAsync(KeySet? known, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (_current == known && MayFetch())
            {
                _current = await FetchAsync();
                Log.KeysRead(logger, _current.Count);
            }
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or IOException
                        or OperationCanceledException
                        or JsonException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            Log.KeysUnavailable(logger, address, e);
        }
        finally
        {
            _fetching.Release();
        }
        return _current;
    }

    // Without any keys nobody can be let in, so try every second; with keys only the guard's few times.
    private bool MayFetch()
    {
        if (_current is not null)
        {
            return _guard.TryEnter();
        }
        var now = clock.GetUtcNow();
        var may = now >= _nextFirstTry;
        _nextFirstTry = may ? now + TimeSpan.FromSeconds(1) : _nextFirstTry;
        return may;
    }

    private async Task<KeySet> FetchAsync()
    {
        using var timeout = new CancellationTokenSource(FetchTimeout);
        var metadata = OpenIdConnectConfiguration.Create(await GetAsync(address, timeout.Token));
        var keys = new Uri(metadata.JwksUri ?? throw new InvalidOperationException("The OpenID metadata names no jwks_uri."));
        if (keys.Scheme != Uri.UriSchemeHttps && !keys.IsLoopback)
        {
            throw new InvalidOperationException($"The OpenID metadata names keys at {keys}, which is not https.");
        }
        return new KeySet(new JsonWebKeySet(await GetAsync(keys.AbsoluteUri, timeout.Token)), clock.GetUtcNow());
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<string> GetAsync(string from, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, from);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(MaxDocument, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}
