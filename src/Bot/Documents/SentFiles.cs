using Bot.Activities.Hosting;
using Bot.Cards.Review;
using Bot.WebChat;
using Microsoft.Extensions.Options;

namespace Bot.Documents;

/// <summary>
/// Fetches files from where channels keep them and from nowhere else: an address in a message is the sender's word, and a fetch that
/// follows it anywhere would reach what only this machine can.
/// </summary>
internal sealed class SentFiles(IOptions<ActivitiesOptions> options, DirectLineFiles uploads) : IDisposable
{
    private const int Most = 10 << 20;

    private static readonly string[] Domains =
    [
        "sharepoint.com",
        "sharepoint.us",
        "sharepoint.cn",
        "botframework.com",
        "botframework.us",
        "botframework.azure.us",
        "botframework.azure.cn",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        // The channel gives up on a message after about 15 seconds.
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = Most,
    };

    /// <summary>The bytes, or what kept them away.</summary>
    public async Task<(ReadOnlyMemory<byte> Content, ReviewSaying? Problem)> FetchAsync(SentFile file, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var address))
        {
            return (default, ReviewSaying.ForeignHost);
        }

        // What was dropped on the chat page lies in this process.
        if (uploads.TryGet(address, out var dropped))
        {
            return (dropped, null);
        }

        if (!Allows(address))
        {
            return (default, ReviewSaying.ForeignHost);
        }

        try
        {
            using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.Content.Headers.ContentLength > Most)
            {
                return (default, ReviewSaying.TooLarge);
            }

            if (!response.IsSuccessStatusCode)
            {
                return (default, ReviewSaying.NotFetched);
            }

            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                content.Write(buffer, 0, read);
                if (content.Length > Most)
                {
                    return (default, ReviewSaying.TooLarge);
                }
            }

            return (content.ToArray(), null);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException || e is TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (default, ReviewSaying.NotFetched);
        }
    }

    public void Dispose() => _http.Dispose();

    private bool Allows(Uri address) =>
        address.UserInfo.Length == 0
        && (
            address.Scheme == Uri.UriSchemeHttps && Array.Exists(Domains, domain => IsWithin(address.IdnHost, domain))
            // Without authentication the bot listens on this machine alone, and so do those who send to it.
            || !options.Value.AuthenticationEnabled && address.IsLoopback && address.Scheme is ("http" or "https")
        );

    private static bool IsWithin(string host, string domain) =>
        host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase) || host.Equals(domain, StringComparison.OrdinalIgnoreCase);
}
