using System.Security.Cryptography;
using System.Text;

namespace Bot.Store.Tables;

/// <summary>A short, stable mark of a row's cells, headed by its status (<c>approved:…</c>).</summary>
internal static class Fingerprints
{
    public static string Of(string status, IReadOnlyList<string> cells) => $"{status}:{Hash(string.Join('\u001F', cells))}";

    /// <summary>Long texts as part of a key.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    public static ReadOnlySpan<char> Status(string fingerprint) =>
        fingerprint.AsSpan(0, fingerprint.IndexOf(':', StringComparison.Ordinal));
}
