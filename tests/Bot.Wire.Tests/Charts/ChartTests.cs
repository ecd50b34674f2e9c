using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bot.Testing;

namespace Bot.Wire.Tests.Charts;

/// <summary>Pictures of charts over HTTP: what the server signed is drawn until its day is over, and nothing else ever is.</summary>
public sealed class ChartTests : IAsyncLifetime
{
    private const string Line = "lr\n\t80\t80%\t\nIII/23\t65.25\t65,25%\t\nIV/23\t\t\t\nI/24\t70\t70%\tx";

    private static readonly DateOnly Today = new(2024, 1, 15);
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly HttpClient _http = new();
    private BotProcess _bot = null!;

    public async Task InitializeAsync()
    {
        _bot = await BotProcess.StartAsync(
            new Dictionary<string, string> { ["Clock__Today"] = "2024-01-15", ["Reminders__Enabled"] = "false" }
        );
        // The key lies beside the store; the server reads it when the first picture is asked for.
        await File.WriteAllBytesAsync(Path.Combine(Path.GetDirectoryName(_bot.StoreFile)!, "charts.key"), Key);
        _http.BaseAddress = new Uri(_bot.Url);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task What_was_signed_is_drawn_until_its_day_is_over_and_nothing_else_is()
    {
        using var picture = await _http.GetAsync(Address(Line, Today));
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], (await picture.Content.ReadAsByteArrayAsync())[..8]);
        Assert.Contains("nosniff", picture.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(picture.Headers.CacheControl!.Private);

        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(Address(Line, Today.AddDays(-1))));

        var address = Address(Line, Today);
        for (var i = "/charts/".Length; i < address.Length - ".png".Length; i += 5)
        {
            var altered = address[..i] + (address[i] == 'A' ? 'B' : 'A') + address[(i + 1)..];
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(altered));
        }

        // Another day under the signature of this one.
        var parts = Address(Line, Today.AddDays(-1)).Split('.');
        parts[1] = Day(Today);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(string.Join('.', parts)));
    }

    [Fact]
    public async Task Nonsense_is_never_our_fault()
    {
        string[] names =
        [
            "a",
            "a.b.c.png",
            "....",
            "%00.1.x.png",
            "%ED%A0%80.738900.x.png",
            "bA.999999999999999999999.x.png",
            "bA.-1.x.png",
            "%F0%9F%93%88.738900.%F0%9F%93%88.png",
            "..%2F..%2Fetc%2Fpasswd",
            new string('A', 7000) + ".738900.x.png",
        ];
        foreach (var name in names)
        {
            Assert.InRange((int)await StatusAsync("/charts/" + name), 400, 499);
        }

        // Signed, and still no chart.
        foreach (var text in (string[])["", "lr", "zz\n\n", "lr\n\t80\t\t\nonly", "br\n\t\t\t\nx\tmany\t\t"])
        {
            Assert.InRange((int)await StatusAsync(Address(text, Today)), 400, 499);
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var response = await _http.GetAsync(address);
        return response.StatusCode;
    }

    private static string Address(string text, DateOnly until)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))}.{Day(until)}";
        return $"/charts/{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(signed)))}.png";
    }

    private static string Day(DateOnly day) => day.DayNumber.ToString(CultureInfo.InvariantCulture);
}
