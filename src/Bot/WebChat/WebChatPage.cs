using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Bot.WebChat;

/// <summary>The chat page at <c>/</c> and its files, out of the assembly; the Web Chat bundle lies beside the program when the build could fetch it.</summary>
internal sealed class WebChatPage(PageStrings strings, bool samples)
{
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly string BundleFolder = Path.Combine(AppContext.BaseDirectory, "webchat");

    private readonly string _template = Encoding.UTF8.GetString(Resource("index.html"));
    private readonly PageFile[] _files =
    [
        File("page.js", "text/javascript"),
        File("page.css", "text/css"),
        File("icon.svg", "image/svg+xml"),
    ];

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Page);
        foreach (var file in _files)
        {
            routes.MapGet($"/webchat/{file.Name}", context => Send(context, file));
        }
        routes.MapGet("/webchat/webchat.js", SendBundle);
    }

    private Task Page(HttpContext context)
    {
        var english = PageStrings.IsEnglish(context.Request.Query["lang"]);
        var words = strings.Of(english ? "en" : "vi");
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var page = new StringBuilder(_template);
        foreach (var (key, word) in words)
        {
            page.Replace($"{{{{{key}}}}}", WebUtility.HtmlEncode(word));
        }
        foreach (var file in _files)
        {
            page.Replace($"/webchat/{file.Name}", $"/webchat/{file.Name}?v={file.Hash}");
        }
        page.Replace("{{nonce}}", nonce)
            .Replace("{{data}}", JsonSerializer.Serialize(Data(english, words), DirectLineJsonContext.Default.PageData));
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // The nonce is for the style sheets that Web Chat makes, the hash (of nothing) for an empty one that it makes without; nothing comes from elsewhere.
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; connect-src 'self' blob:; img-src 'self' data: blob:; "
            + $"style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }

    private PageData Data(bool english, IReadOnlyDictionary<string, string> words) =>
        new(
            english ? "en" : "vi",
            english ? "en-US" : "vi-VN",
            BundleAddress(),
            samples
                ?
                [
                    .. Personas.All.Select(p => new PagePersona(
                        p.UserId,
                        words[p.Key],
                        $"{p.Upn} · {words["sampleAccount"].Replace(' ', '\u00a0')}",
                        p.Question is null ? null : words[p.Question]
                    )),
                ]
                : [],
            [words["question1"], words["question2"], words["question3"], words["question4"]],
            [words["chip1"], words["chip2"]],
            words
        );

    // The address changes with the file, so a browser may keep it for good.
    private static string? BundleAddress()
    {
        var bundle = new FileInfo(Path.Combine(BundleFolder, "webchat.js"));
        return bundle.Exists ? $"/webchat/webchat.js?v={bundle.LastWriteTimeUtc.Ticks:x}-{bundle.Length:x}" : null;
    }

    private static Task SendBundle(HttpContext context)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var (suffix, encoding) =
            accepted.Contains("br", StringComparison.Ordinal) ? (".br", "br")
            : accepted.Contains("gzip", StringComparison.Ordinal) ? (".gz", "gzip")
            : ("", null);
        var path = Path.Combine(BundleFolder, "webchat.js" + suffix);
        if (!System.IO.File.Exists(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var headers = context.Response.Headers;
        headers.CacheControl = Forever;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentEncoding = encoding;
        context.Response.ContentType = "text/javascript; charset=utf-8";
        context.Response.ContentLength = new FileInfo(path).Length;
        return context.Response.SendFileAsync(path, context.RequestAborted);
    }

    private static Task Send(HttpContext context, PageFile file)
    {
        context.Response.Headers.CacheControl = Forever;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = $"{file.ContentType}; charset=utf-8";
        context.Response.ContentLength = file.Content.Length;
        return context.Response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    }

    private static PageFile File(string name, string contentType)
    {
        var content = Resource(name);
        return new PageFile(name, contentType, content, Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 6)));
    }

    private static byte[] Resource(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"WebChat/Page/{name}")!;
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    private sealed record PageFile(string Name, string ContentType, byte[] Content, string Hash);
}
