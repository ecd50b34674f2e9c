using Bot.Cards;
using Bot.Cards.Pages;
using Bot.Indicators;
using Bot.Indicators.Results;
using Bot.Tab;
using Bot.Tab.Views;
using Bot.Testing;
using Bot.Tests.Cards;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Tab;

public sealed class SparklineTests
{
    [Fact]
    public async Task A_period_without_a_figure_is_a_gap_and_the_words_say_what_the_line_shows()
    {
        var html = await HtmlAsync(((TrendResult)Results.All["trend"]).Series[0], Language.Vietnamese);

        Assert.Equal(2, html.Split("<polyline").Length - 1);
        Assert.Contains("class=\"target\"", html, StringComparison.Ordinal);
        Assert.Contains(
            "aria-label=\"Từ 52,6% (quý III/2023) đến 71,4% (quý IV/2024); thấp nhất 52,6% (quý III/2023), cao nhất 71,4% (quý IV/2024)\"",
            System.Net.WebUtility.HtmlDecode(html),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_point_between_two_gaps_is_still_seen()
    {
        var series = ((TrendResult)Results.All["trend"]).Series[0];
        var alone = series with
        {
            Points = [series.Points[0], series.Points[2], series.Points[4]],
            Missing = [series.Points[1].Figure.Period, .. series.Missing, series.Points[3].Figure.Period],
        };

        var html = await HtmlAsync(alone, Language.English);

        Assert.DoesNotContain("<polyline", html, StringComparison.Ordinal);
        Assert.Equal(4, html.Split("<circle").Length - 1);
        Assert.Contains("From 52.6%", html, StringComparison.Ordinal);
    }

    private static async Task<string> HtmlAsync(TrendSeries series, Language language)
    {
        var words = new PageWords(new CardContext(language, Surface.WebChat, Figures.Catalogue, new(2025, 1, 15)));
        var frame = new PageFrame(words, new TabAddress("/tab"), null, DateTimeOffset.UnixEpoch, new PageFiles("", "", null));
        await using var renderer = new HtmlRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<Sparkline>(
                    ParameterView.FromDictionary(new Dictionary<string, object?> { ["Page"] = frame, ["Series"] = series })
                )
            ).ToHtmlString()
        );
    }
}
