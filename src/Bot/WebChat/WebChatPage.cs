using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Hosting;

namespace Bot.WebChat;

/// <summary>The chat page at <c>/</c> and its files, out of the assembly; the Web Chat bundle lies beside the program when the build could fetch it.</summary>
internal sealed class WebChatPage(PageStrings strings, bool samples)
{
    private const string Folder = "webchat";
    private const string Bundle = "webchat.js";

    private readonly string _template = Encoding.UTF8.GetString(PageFile.Read("WebChat/Page/index.html"));
    private readonly PageFile[] _files =
    [
        new("WebChat/Page/page.js", $"/{Folder}/", "text/javascript"),
        new("WebChat/Page/page.css", $"/{Folder}/", "text/css"),
        new("WebChat/Page/icon.svg", $"/{Folder}/", "image/svg+xml"),
    ];

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Page);
        foreach (var file in _files)
        {
            routes.MapGet(file.Path, file.SendAsync);
        }
        routes.MapGet($"/{Folder}/{Bundle}", context => PageFile.SendBesideAsync(context, Folder, Bundle));
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
            page.Replace(file.Path, file.Address);
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
            PageFile.AddressBeside(Folder, Bundle),
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
}
