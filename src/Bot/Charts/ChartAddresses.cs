using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Cards;
using Bot.Clocks;

namespace Bot.Charts;

/// <summary>
/// Addresses of pictures: what is drawn, the last day on which it is served, and a signature, so that this server draws nothing that
/// did not stand on one of its cards.
/// </summary>
internal sealed class ChartAddresses
{
    public const string Folder = "/charts/";

    /// <summary>A card is read in the days after it came; its table stays for ever.</summary>
    private const int DaysServed = 60;

    private readonly ChartKey _key;
    private readonly TimeProvider _clock;
    private readonly Func<ChartPicture, string> _onOwnPage;
    private readonly Func<ChartPicture, string>? _inTeams;

    public ChartAddresses(ChartKey key, TimeProvider clock, IConfiguration configuration)
    {
        (_key, _clock) = (key, clock);
        _onOwnPage = picture => Folder + Sign(ChartText.Write(picture));
        var address = configuration["PublicAddress"]?.TrimEnd('/');
        _inTeams = string.IsNullOrEmpty(address) ? null : picture => address + _onOwnPage(picture);
    }

    /// <summary>How cards get the address of a picture; null where clients could not reach this server.</summary>
    public Func<ChartPicture, string>? For(Surface surface) => surface == Surface.WebChat ? _onOwnPage : _inTeams;

    /// <summary>The text of an address, and whether its time is over; null when it is not ours or was altered.</summary>
    public (string Text, bool IsOver)? Read(string address)
    {
        if (
            address.Split('.') is not [var payload, var until, var signature, "png"]
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

    private string Sign(string text)
    {
        var payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
        var until = (_clock.Today.DayNumber + DaysServed).ToString(CultureInfo.InvariantCulture);
        return $"{payload}.{until}.{Signature(payload, until)}.png";
    }

    private string Signature(string payload, string until) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{payload}.{until}")));
}
