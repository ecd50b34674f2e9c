using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Wire.Tests.DirectLine;

public sealed partial class ChatPageTests
{
    [Theory]
    [InlineData("/", "vi", "Trợ lý CCHC")]
    [InlineData("/?lang=en", "en", "Reform Assistant")]
    public async Task The_page_is_in_one_language_throughout_and_forbids_other_hosts(string address, string language, string title)
    {
        await using var host = await ChatHost.StartAsync();

        using var response = await host.Http.GetAsync(new Uri(address, UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains($"""<html lang="{language}">""", page, StringComparison.Ordinal);
        Assert.Contains($"<title>{title}</title>", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_languages_have_the_same_words_with_the_same_places()
    {
        var (vietnamese, english) = (await StringsAsync("/"), await StringsAsync("/?lang=en"));

        Assert.Equal(vietnamese.Keys.Order(), english.Keys.Order());
        Assert.All(vietnamese, word => Assert.Equal(Places().Count(word.Value), Places().Count(english[word.Key])));
        Assert.All(vietnamese.Keys, key => Assert.NotEmpty(english[key]));
    }

    [Fact]
    public async Task The_page_offers_the_four_sample_contacts()
    {
        using var data = await DataAsync("/");

        var ids = data.RootElement.GetProperty("personas").EnumerateArray().Select(persona => persona.GetProperty("id").GetString());

        Assert.Equal(["dl_syt", "dl_sgtvt", "dl_inspector", "dl_admin"], ids);
    }

    [SkippableFact]
    public async Task The_bundle_is_sent_compressed_and_kept_by_the_browser()
    {
        using var data = await DataAsync("/");
        var address = data.RootElement.TryGetProperty("bundle", out var bundle) ? bundle.GetString() : null;
        Skip.If(address is null, "Node.js with npm: the build could not fetch botframework-webchat");
        await using var host = await ChatHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "gzip, br");

        using var response = await host.Http.SendAsync(request);

        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 100_000, 1_000_000);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> StringsAsync(string address)
    {
        using var data = await DataAsync(address);
        return data.RootElement.GetProperty("strings").EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetString()!);
    }

    private static async Task<JsonDocument> DataAsync(string address)
    {
        await using var host = await ChatHost.StartAsync();
        var page = await host.Http.GetStringAsync(new Uri(address, UriKind.Relative));
        return JsonDocument.Parse(Data().Match(page).Groups[1].Value);
    }

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""")]
    private static partial Regex Data();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();
}
