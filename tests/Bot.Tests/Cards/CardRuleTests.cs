using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Indicators.Results;

namespace Bot.Tests.Cards;

/// <summary>What holds for every card that can be sent.</summary>
public sealed partial class CardRuleTests
{
    private static readonly HashSet<string> TeamsOnly =
    [
        "Badge",
        "Icon",
        "Chart.HorizontalBar",
        "Chart.HorizontalBar.Stacked",
        "Chart.VerticalBar",
        "Chart.Line",
        "Chart.Donut",
    ];

    public static TheoryData<string> Names => [.. Gallery.All.Keys];

    [Fact]
    public void Every_kind_of_result_has_a_card()
    {
        var kinds = typeof(Result).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Result)));

        Assert.Empty(kinds.Except(Results.All.Values.Select(r => r.GetType())));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_card_breaks_none_of_the_rules(string name)
    {
        var message = Gallery.All[name].Message;
        var card = JsonNode.Parse(message.Card.Span)!;

        Assert.Equal([], Broken(card, message.Summary));
    }

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"a","color":"good"}""")]
    [InlineData("""{"type":"TextBlock","text":"a","wrap":false}""")]
    [InlineData("""{"type":"TextBlock","text":"query/run","wrap":true}""")]
    [InlineData("""{"type":"TextBlock","text":"2023-03-28","wrap":true}""")]
    [InlineData("""{"type":"TextBlock","text":"full-online-offered","wrap":true}""")]
    [InlineData("""{"type":"Input.Text","id":"a"}""")]
    [InlineData("""{"type":"Badge","text":"a"}""")]
    [InlineData("""{"type":"Chart.Line","data":[],"fallback":"drop"}""")]
    [InlineData("""{"type":"Image","url":"https://x.example/a.png"}""")]
    [InlineData("""{"type":"Action.Execute","title":"a","verb":"query/run"}""")]
    public void The_rules_see_what_they_forbid(string element)
    {
        var card = JsonNode.Parse(Gallery.All["rank.vi"].Message.Card.Span)!;
        card["body"]!.AsArray().Add(JsonNode.Parse(element));

        Assert.NotEmpty(Broken(card, Gallery.All["rank.vi"].Message.Summary));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_button_carries_a_query_that_can_be_read_back(string name)
    {
        foreach (var action in Objects(JsonNode.Parse(Gallery.All[name].Message.Card.Span)!).Where(o => Query(o) is not null))
        {
            var text = Query(action)!;

            Assert.True(
                Bot.Indicators.Queries.QueryText.TryRead(text, Testing.Figures.Catalogue, out var query, out var error),
                $"{text}: {error}"
            );
            Assert.Equal(text, query.ToString());
        }
    }

    // A chart has data, too, but as a list.
    private static string? Query(JsonObject o) => o["data"] is JsonObject data ? (string?)data["query"] : null;

    [Fact]
    public void On_web_chat_a_button_is_a_submit_and_in_teams_an_execute_with_the_same_data_behind()
    {
        var teams = Objects(JsonNode.Parse(Gallery.All["value-two-bases.vi"].Message.Card.Span)!).ToList();
        var chat = Objects(JsonNode.Parse(Gallery.All["value-two-bases-webchat.vi"].Message.Card.Span)!).ToList();

        Assert.DoesNotContain(chat, o => (string?)o["type"] == "Action.Execute");
        Assert.All(
            teams.Where(o => (string?)o["type"] == "Action.Execute"),
            o => Assert.True(JsonNode.DeepEquals(o["data"], o["fallback"]!["data"]))
        );
        Assert.Contains(chat, o => Query(o) is not null);
    }

    [Fact]
    public void What_the_asker_typed_is_quoted_without_markdown_and_without_percentages()
    {
        var card = System.Text.Encoding.UTF8.GetString(Gallery.All["value-note.vi"].Message.Card.Span);

        Assert.Contains("Chưa hiểu phần “tháng tới x (javascript:1) …%” của câu hỏi", card);
        Assert.Contains("Đã hiểu “liên thôg” là “liên thông”.", card);
        Assert.DoesNotContain("12,5", card);
    }

    [Fact]
    public void An_answer_says_how_the_question_was_read_in_one_line()
    {
        var with = Objects(JsonNode.Parse(Gallery.All["value-note.vi"].Message.Card.Span)!).Count(IsText);
        var without = Objects(JsonNode.Parse(Gallery.All["value-two-bases.vi"].Message.Card.Span)!).Count(IsText);

        Assert.Equal(without, with);

        static bool IsText(JsonObject o) => (string?)o["type"] == "TextBlock";
    }

    [Fact]
    public void Where_there_is_no_figure_no_percentage_is_said()
    {
        string[] silent =
        [
            .. Gallery.All.Keys.Where(n =>
                Regex.IsMatch(n, "^(no-data|value-words-only|clarify|blocked|out-of|welcome|help|failure|obligations)")
            ),
        ];

        Assert.True(silent.Length > 20);
        Assert.All(
            silent,
            name => Assert.DoesNotMatch(@"\d\s*%", string.Join('\n', Texts(JsonNode.Parse(Gallery.All[name].Message.Card.Span)!)))
        );
    }

    [Fact]
    public void A_vietnamese_quote_in_an_english_answer_is_marked_as_vietnamese()
    {
        var runs = Objects(JsonNode.Parse(Gallery.All["value-two-bases.en"].Message.Card.Span)!)
            .Where(o => (string?)o["type"] == "TextRun")
            .ToList();

        Assert.NotEmpty(runs);
        Assert.All(runs, run => Assert.Equal(("vi", true), ((string?)run["lang"], (bool?)run["italic"])));
    }

    [Fact]
    public void An_ended_unit_names_its_successor() =>
        Assert.Contains(
            "Sở Giao thông vận tải hoạt động đến ngày 28/02/2025; từ ngày 01/03/2025 là Sở Xây dựng.",
            Texts(JsonNode.Parse(Gallery.All["projects.vi"].Message.Card.Span)!)
        );

    [Fact]
    public void Nothing_recorded_is_never_said_to_be_not_issued() =>
        Assert.DoesNotContain(
            Texts(JsonNode.Parse(Gallery.All["obligations-unrecorded.vi"].Message.Card.Span)!),
            t => t.Contains("Sở Giao thông vận tải chưa ban hành", StringComparison.OrdinalIgnoreCase)
        );

    [Theory]
    [InlineData("rank.vi", 1)]
    [InlineData("trend.vi", 1)]
    [InlineData("compare-four.vi", 1)]
    [InlineData("compare-four-periods.vi", 0)]
    [InlineData("compare-difference.vi", 0)]
    public void A_chart_is_drawn_of_four_or_more_that_compare_and_of_a_trend(string name, int charts) =>
        Assert.Equal(charts, Objects(JsonNode.Parse(Gallery.All[name].Message.Card.Span)!).Count(IsChart));

    [Theory]
    [InlineData("rank")]
    [InlineData("trend")]
    public void A_chart_its_picture_and_its_table_have_the_same_rows(string name)
    {
        List<Bot.Cards.ChartPicture> pictures = [];
        var message = Bot.Cards.AnswerCards.For(
            Results.All[name],
            Bot.Indicators.Readings.ReadingNote.None,
            Gallery.Vietnamese with
            {
                ChartAddress = picture =>
                {
                    pictures.Add(picture);
                    return "/charts/a.png";
                },
            }
        );
        var card = JsonNode.Parse(message.Card.Span)!;
        var cells = Texts(card).ToHashSet();
        var chart = Objects(card).Single(IsChart);
        var drawn = Objects(chart["data"]).Where(o => o["y"] is not null).Select(o => (decimal)o["y"]!).ToHashSet();

        Assert.All(
            Assert.Single(pictures).Points.Where(p => p.Value is not null),
            p =>
            {
                Assert.Contains(p.Text, cells);
                Assert.Contains((decimal)p.Value!, drawn);
            }
        );
        Assert.Equal("Image", (string?)chart["fallback"]!["type"]);
    }

    private static bool IsChart(JsonObject o) => ((string?)o["type"])?.StartsWith("Chart.", StringComparison.Ordinal) == true;

    [Theory]
    [InlineData(SmallTalk.Greeting, "Xin chào")]
    [InlineData(SmallTalk.Thanks, "không có gì")]
    public void Small_talk_is_plain_text(SmallTalk kind, string words)
    {
        var message = Bot.Cards.AnswerCards.SmallTalk((Bot.Indicators.Queries.SmallTalkKind)kind, Gallery.Vietnamese);

        Assert.Contains(words, message.Text);
        Assert.Equal(message.Text, message.Summary);
        Assert.True(message.Card.IsEmpty);
    }

    public enum SmallTalk
    {
        Greeting = Bot.Indicators.Queries.SmallTalkKind.Greeting,
        Thanks = Bot.Indicators.Queries.SmallTalkKind.Thanks,
    }

    /// <summary>All words that a reader sees.</summary>
    internal static IEnumerable<string> Texts(JsonNode card) =>
        Objects(card)
            .SelectMany(o => o)
            .Where(m => m.Key is "text" or "title" or "value" or "label" or "legend" or "errorMessage" or "altText")
            .Where(m => m.Value is JsonValue v && v.TryGetValue<string>(out _))
            // A stacked bar's label is short, as another bar's "x" is.
            .Where(m =>
                m.Key != "title" || m.Value!.Parent is not JsonObject { } bar || bar["type"] is not null || bar["data"] is not JsonArray
            )
            .Where(m => m.Key != "value" || (string?)m.Value!.Parent!["type"] is not "Input.Date")
            .Select(m => (string)m.Value!);

    internal static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(m => m.Key == "data" && m.Value is JsonObject ? [] : Objects(m.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };

    private static List<string> Broken(JsonNode card, string summary)
    {
        List<string> broken = [];
        void Rule(bool holds, string rule)
        {
            if (!holds)
            {
                broken.Add(rule);
            }
        }

        Rule((string?)card["version"] == "1.5", "version 1.5");
        Rule((string?)card["lang"] is "vi" or "en", "lang");
        Rule(
            (string?)card["speak"] == summary && (string?)card["fallbackText"] == summary,
            "speak, fallbackText and summary are the sentence"
        );
        Rule(card["actions"]?.AsArray().Count(a => (string?)a!["mode"] != "secondary") is null or <= 3, "three buttons at most");
        Rule(card["actions"] is null or JsonArray { Count: <= 6 }, "six actions at most, with those behind the dots");
        Rule(card.ToJsonString(Relaxed).Length * 2 < 80 * 1024, "80 KB as UTF-16");
        var objects = Objects(card).ToList();
        Rule(objects.Count(o => (string?)o["style"] == "heading") == 1, "one heading");
        foreach (var o in objects)
        {
            var type = (string?)o["type"] ?? "";
            var here = o.ToJsonString(Relaxed);
            Rule(!TeamsOnly.Contains(type) || o["fallback"] is JsonObject, "Teams-only elements have an element as fallback: " + here);
            Rule(
                !type.StartsWith("Chart.", StringComparison.Ordinal) || objects.Exists(t => (string?)t["type"] == "Table"),
                "a chart has a table"
            );
            Rule(type != "TextBlock" || (bool?)o["wrap"] == true, "text wraps: " + here);
            Rule((string?)o["color"] is not ("good" or "warning") || type.Length == 0, "no green or yellow text: " + here);
            Rule(type is not "Image" || o["altText"] is not null, "pictures have words: " + here);
            Rule(
                !type.StartsWith("Input.", StringComparison.Ordinal) || (o["label"] is not null && o["id"] is not null),
                "inputs: " + here
            );
            Rule(o["isRequired"] is null || o["errorMessage"] is not null, "required inputs say what to do: " + here);
            Rule(
                type != "Action.Execute"
                    || (
                        (string?)o["fallback"]?["type"] == "Action.Submit" && (string?)o["fallback"]!["data"]?["verb"] == (string?)o["verb"]
                    ),
                "an execute has a submit behind: " + here
            );
            Rule(type != "ColumnSet" || o["columns"]!.AsArray().Count <= 3, "three columns at most: " + here);
        }

        foreach (var text in Texts(card))
        {
            Rule(!string.IsNullOrWhiteSpace(text), "no empty text");
            Rule(!Machine().IsMatch(text), "no codes, verbs or ISO dates: " + text);
            Rule(!Singular().IsMatch(text), "the register of an office: " + text);
        }

        return broken;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}|query/run|feedback/give|full-online|kind:|obligation/|\{\d\}|(?<!\d/KH-)SYT|SGTVT")]
    private static partial Regex Machine();

    [GeneratedRegex(@"\b(bạn|tôi|mày)\b|!(?! )", RegexOptions.IgnoreCase)]
    private static partial Regex Singular();
}
