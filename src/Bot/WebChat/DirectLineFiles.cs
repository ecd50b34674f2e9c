using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Bot.WebChat;

/// <summary>
/// Files that were sent on the chat page, in memory for as long as a turn may need them: bounded in size, number and time. Who knows an
/// address may have its file; no address can be guessed.
/// </summary>
internal sealed class DirectLineFiles(TimeProvider clock)
{
    /// <summary>The largest file, in bytes; as much as is fetched from other channels.</summary>
    public const int Largest = 10 << 20;

    private const string Root = "/v3/directline/files/";
    private const int Most = 50;
    private const long MostBytes = 64L << 20;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly List<StoredFile> _files = [];

    /// <summary>Keeps a file; the path that it is found under. The oldest make room.</summary>
    public string Add(string name, byte[] content)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        lock (_gate)
        {
            _files.Add(new(id, content, clock.GetTimestamp()));
            while (_files.Count > Most || _files.Sum(f => (long)f.Content.Length) > MostBytes)
            {
                _files.RemoveAt(0);
            }
        }

        return $"{Root}{id}/{Uri.EscapeDataString(name)}";
    }

    /// <summary>The file of an address, whatever host it names; false where it is none of ours, or is gone.</summary>
    public bool TryGet(Uri address, [MaybeNullWhen(false)] out byte[] content)
    {
        var path = address.AbsolutePath;
        var id = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/')[0] : "";
        lock (_gate)
        {
            _files.RemoveAll(f => clock.GetElapsedTime(f.Since) > Lifetime);
            content = _files.Find(f => f.Id == id)?.Content;
        }

        return content is not null;
    }

    /// <summary>Maps the address, for who wants the file back. It is never shown as a page of this server.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Root + "{id}/{name}", DirectLineEndpoints.Guarded(Send));

    private Task Send(HttpContext context)
    {
        var path = new Uri("http://localhost" + context.Request.Path.ToUriComponent());
        if (!TryGet(path, out var content))
        {
            throw new DirectLineRefusal(StatusCodes.Status404NotFound, "NotFound", "There is no such file, or no more.");
        }

        var headers = context.Response.Headers;
        headers.ContentDisposition = "attachment";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = content.Length;
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private sealed record StoredFile(string Id, byte[] Content, long Since);
}
