using System.Net.Http.Headers;
using Bot.Activities.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Activities.Outbound;

/// <summary>The bot's own token: fetched once for all callers who wait, kept, renewed before it expires and once after a 401 (bot-protocol 3.4).</summary>
internal sealed class BotTokens(
    IOptions<ActivitiesOptions> options,
    TokenSource source,
    [FromKeyedServices(ActivityServices.ClockKey)] TimeProvider clock,
    ILogger<BotTokens> logger
)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly bool _enabled = options.Value.AuthenticationEnabled;
    private volatile HeldToken? _held;
    private Task<HeldToken>? _flight;
    private DateTimeOffset _nextRenewal;

    /// <summary>The header to send; null where no app id is configured.</summary>
    public ValueTask<AuthenticationHeaderValue?> GetAsync(CancellationToken cancellationToken)
    {
        if (!_enabled)
        {
            return default;
        }
        return _held is { } held && clock.GetUtcNow() < held.RenewAt ? new(held.Header) : new(FetchAsync(_held, cancellationToken));
    }

    /// <summary>A newer header than the one that a connector refused; null when there is none to be had now.</summary>
    public async Task<AuthenticationHeaderValue?> RenewAsync(AuthenticationHeaderValue refused, CancellationToken cancellationToken)
    {
        if (_held is { } held && held.Header != refused)
        {
            return held.Header;
        }
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_flight is null && now < _nextRenewal)
            {
                return null;
            }
            _nextRenewal = now + BetweenRenewals;
        }
        var renewed = await FetchAsync(_held, cancellationToken);
        return renewed == refused ? null : renewed;
    }

    private async Task<AuthenticationHeaderValue?> FetchAsync(HeldToken? known, CancellationToken cancellationToken)
    {
        Task<HeldToken> flight;
        lock (_gate)
        {
            if (_held is { } newer && newer != known)
            {
                return newer.Header;
            }
            flight = _flight ??= Task.Run(AcquireAsync, CancellationToken.None);
        }
        try
        {
            return (await flight.WaitAsync(cancellationToken)).Header;
        }
        catch (Exception e) when (e is not OperationCanceledException && known is not null && clock.GetUtcNow() < known.ExpiresAt)
        {
            return known.Header;
        }
    }

    private async Task<HeldToken> AcquireAsync()
    {
        try
        {
            var (token, expiresAt) = await source.FetchAsync();
            var now = clock.GetUtcNow();
            var lead = TimeSpan.FromTicks(Math.Min(RenewBefore.Ticks, (expiresAt - now).Ticks / 2));
            return _held = new HeldToken(new AuthenticationHeaderValue("Bearer", token), expiresAt, expiresAt - lead);
        }
        catch (Exception e)
        {
            Log.TokenUnavailable(logger, e);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                _flight = null;
            }
        }
    }

    private sealed class HeldToken(AuthenticationHeaderValue header, DateTimeOffset expiresAt, DateTimeOffset renewAt)
    {
        public AuthenticationHeaderValue Header => header;

        public DateTimeOffset ExpiresAt => expiresAt;

        public DateTimeOffset RenewAt => renewAt;
    }
}
