using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Bot.Hosting;

/// <summary>A file of a page out of the assembly; its address changes with its content, so a browser may keep it for good.</summary>
internal sealed class PageFile
{
    private const string Forever = "public, max-age=31536000, immutable";

    private readonly string _contentType;

    /// <summary>Takes the file out of the assembly.</summary>
    /// <param name="resource">The resource's name.</param>
    /// <param name="folder">Where it is served, with a slash at the end.</param>
    /// <param name="contentType">What it is.</param>
    public PageFile(string resource, string folder, string contentType)
    {
        (Content, _contentType) = (Read(resource), contentType);
        Path = folder + resource[(resource.LastIndexOf('/') + 1)..];
        Address = $"{Path}?v={Convert.ToHexString(SHA256.HashData(Content).AsSpan(0, 6))}";
    }

    public byte[] Content { get; }

    /// <summary>Where it is served.</summary>
    public string Path { get; }

    /// <summary>How pages name it.</summary>
    public string Address { get; }

    /// <summary>A resource of the assembly.</summary>
    public static byte[] Read(string resource)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    public Task SendAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = Forever;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = $"{_contentType}; charset=utf-8";
        context.Response.ContentLength = Content.Length;
        return context.Response.Body.WriteAsync(Content, context.RequestAborted).AsTask();
    }

    /// <summary>The address of a script that the build laid beside the program; null where it could not.</summary>
    public static string? AddressBeside(string folder, string name)
    {
        var file = new FileInfo(Beside(folder, name));
        return file.Exists ? $"/{folder}/{name}?v={file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}" : null;
    }

    /// <summary>Sends such a script, compressed as it was at build where the client takes that.</summary>
    public static Task SendBesideAsync(HttpContext context, string folder, string name)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var (suffix, encoding) =
            accepted.Contains("br", StringComparison.Ordinal) ? (".br", "br")
            : accepted.Contains("gzip", StringComparison.Ordinal) ? (".gz", "gzip")
            : ("", null);
        var path = Beside(folder, name + suffix);
        if (!File.Exists(path))
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

    private static string Beside(string folder, string name) => System.IO.Path.Combine(AppContext.BaseDirectory, folder, name);
}
