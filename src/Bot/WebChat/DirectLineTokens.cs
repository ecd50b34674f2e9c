using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bot.WebChat;

/// <summary>What a Direct Line token is for.</summary>
internal enum TokenUse
{
    /// <summary>Every request of the conversation, 30 minutes.</summary>
    Conversation,

    /// <summary>One socket handshake, 60 seconds: it travels in an address, where no header can.</summary>
    Stream,
}

/// <summary>What a valid token says.</summary>
internal sealed record DirectLineGrant(string ConversationId, string UserId, string? UserName);

/// <summary>
/// Tokens in the shape of a JWT, because the stock client takes the user's id from the claim <c>user</c> (bot-protocol 7.2). The key lives as long
/// as the process: so do the conversations, which are held in memory.
/// </summary>
internal sealed class DirectLineTokens(TimeProvider clock)
{
    /// <summary>How long a conversation's token is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A new token of this conversation and user.</summary>
    public string Issue(DirectLineGrant grant, TokenUse use = TokenUse.Conversation)
    {
        var expires = clock.GetUtcNow() + (use == TokenUse.Stream ? StreamLifetime : Lifetime);
        var claims = new TokenClaims(grant.UserId, grant.UserName, grant.ConversationId, use.ToString(), expires.ToUnixTimeMilliseconds());
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, DirectLineJsonContext.Default.TokenClaims));
        return $"{Header}.{payload}.{Sign(payload)}";
    }

    /// <summary>What the token says; null when it is not ours, altered, for another use or expired.</summary>
    public DirectLineGrant? Read(string token, TokenUse use = TokenUse.Conversation)
    {
        // The header is compared, never read: no algorithm is taken from a token.
        if (token.Split('.') is not [var header, var payload, var signature] || header != Header)
        {
            return null;
        }
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(payload)), Encoding.UTF8.GetBytes(signature)))
        {
            return null;
        }
        var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(payload), DirectLineJsonContext.Default.TokenClaims)!;
        var valid = claims.Use == use.ToString() && clock.GetUtcNow().ToUnixTimeMilliseconds() < claims.Expires;
        return valid ? new DirectLineGrant(claims.Conversation, claims.User, claims.Name) : null;
    }

    private string Sign(string payload) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{Header}.{payload}")));
}

/// <summary>The claims of a token. <see cref="Expires"/> is in milliseconds and so not called exp, which clients would read as seconds.</summary>
internal sealed record TokenClaims(string User, string? Name, string Conversation, string Use, long Expires);
