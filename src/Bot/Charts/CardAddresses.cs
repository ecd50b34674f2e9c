using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Cards;
using Bot.Clocks;

namespace Bot.Charts;

/// <summary>
/// Addresses on cards: what is served, the last day on which it is, and a signature, so that this server serves nothing that did not stand
/// on one of its cards.
/// </summary>
internal sealed class CardAddresses
{
    public const string Folder = "/charts/";
    public const string Lists = "/lists/";

    /// <summary>A card is read in the days after it came; its table stays for ever.</summary>
    private const int DaysServed = 60;

    /// <summary>What a list says is of the day on which it is fetched: an old address would give it away for long.</summary>
    private const int DaysListed = 7;

    private const string Digest = "digest";

    private readonly ChartKey _key;
    private readonly TimeProvider _clock;
    private readonly Func<ChartPicture, string> _onOwnPage;
    private readonly Func<ChartPicture, string>? _elsewhere;
    private readonly Func<string> _listOnOwnPage;
    private readonly Func<string>? _listElsewhere;

    public CardAddresses(ChartKey key, TimeProvider clock, IConfiguration configuration)
    {
        (_key, _clock) = (key, clock);
        _onOwnPage = picture => $"{Folder}{Sign(ChartText.Write(picture), DaysServed)}.png";
        _listOnOwnPage = () => $"{Lists}{Sign(Digest, DaysListed)}.csv";
        var address = configuration["PublicAddress"]?.TrimEnd('/');
        if (!string.IsNullOrEmpty(address))
        {
            _elsewhere = picture => address + _onOwnPage(picture);
            _listElsewhere = () => address + _listOnOwnPage();
        }
    }

    /// <summary>How cards get the address of a picture; null where clients could not reach this server.</summary>
    public Func<ChartPicture, string>? For(Surface surface) => surface == Surface.ChatPage ? _onOwnPage : _elsewhere;

    /// <summary>How a digest gets the address of its list; null where clients could not reach this server.</summary>
    public Func<string>? ListFor(Surface surface) => surface == Surface.ChatPage ? _listOnOwnPage : _listElsewhere;

    /// <summary>The text of a picture's address, and whether its time is over; null when it is not ours or was altered.</summary>
    public (string Text, bool IsOver)? Read(string address) => Read(address, "png");

    /// <summary>Whether the time of a list's address is over; null when it is not ours or was altered.</summary>
    public bool? ReadList(string address) => Read(address, "csv") is (Digest, var isOver) ? isOver : null;

    private (string Text, bool IsOver)? Read(string address, string kind)
    {
        if (
            address.Split('.') is not [var payload, var until, var signature, var named]
            || named != kind
            || !int.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(Signature(payload, until)),
                Encoding.UTF8.GetBytes(signature)
            )
        )
        {
            return null;
        }

        return (Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload)), day < _clock.Today.DayNumber);
    }

    private string Sign(string text, int days)
    {
        var payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
        var until = (_clock.Today.DayNumber + days).ToString(CultureInfo.InvariantCulture);
        return $"{payload}.{until}.{Signature(payload, until)}";
    }

    private string Signature(string payload, string until) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{payload}.{until}")));
}
