using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Charts;

namespace Bot.Tab;

/// <summary>
/// Signed sessions and the tokens of their forms (docs/decisions/0007). A session says who signed in and until when, never what he may do:
/// that is looked up at each request.
/// </summary>
internal sealed class TabSession(ChartKey key, [FromKeyedServices(ActivityServices.ClockKey)] TimeProvider clock)
{
    /// <summary>As long as a token of Entra: Teams signs in again without a word.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> _key = new(() =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Value, KeyBytes, info: "dashboard session"u8.ToArray())
    );

    /// <summary>A new session of a person.</summary>
    /// <param name="way">How he signed in; a session of one way is none of another.</param>
    /// <param name="aadObjectId">The Entra object id.</param>
    public string Begin(SessionWay way, string aadObjectId)
    {
        var until = (clock.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        var said = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{way}|{until}|{nonce}|{aadObjectId}"));
        return $"{said}.{Mark("session", said)}";
    }

    /// <summary>The object id of a session; null where it is over, was altered, or is of another way.</summary>
    public string? Read(SessionWay way, string? session)
    {
        if (session?.Split('.') is not [var said, var mark] || !IsSame(mark, Mark("session", said)))
        {
            return null;
        }

        return
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(said)).Split('|', 4) is [var by, var until, _, var id]
            && by == way.ToString()
            && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
            ? id
            : null;
    }

    /// <summary>What the forms of a session bear, so that no other site can send one in its name.</summary>
    public string FormToken(string session) => Mark("form", session);

    /// <summary>Whether a form was made for that session.</summary>
    public bool IsOfForm(string? token, string session) => token is not null && IsSame(token, FormToken(session));

    private string Mark(string purpose, string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{purpose}|{text}")));

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}

/// <summary>How somebody signed in.</summary>
internal enum SessionWay
{
    /// <summary>By a token of Teams.</summary>
    Teams,

    /// <summary>As a sample contact, in Development on this very machine.</summary>
    Persona,
}
