using System.Text.Json;
using Bot.Activities;

namespace Bot.Documents;

/// <summary>A file on a message.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where its bytes lie.</param>
internal sealed record SentFile(string Name, string Address)
{
    private const string FromTeams = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>The message's files. Teams adds the text as HTML, which is none.</summary>
    public static IReadOnlyList<SentFile> Of(Activity activity) => [.. activity.Attachments?.Select(Of).OfType<SentFile>() ?? []];

    private static SentFile? Of(Attachment attachment) =>
        attachment.ContentType == FromTeams
            ? DownloadUrl(attachment) is { } address
                ? new SentFile(attachment.Name ?? "", address)
                : null
            : attachment is { ContentUrl: { Length: > 0 } url, Name.Length: > 0 }
            && !attachment.ContentType.StartsWith("application/vnd.microsoft", StringComparison.Ordinal)
                ? new SentFile(attachment.Name, url)
                : null;

    private static string? DownloadUrl(Attachment attachment) =>
        attachment.Content?.Parse() is { ValueKind: JsonValueKind.Object } content
        && content.TryGetProperty("downloadUrl", out var address)
        && address.ValueKind == JsonValueKind.String
            ? address.GetString()
            : null;
}
