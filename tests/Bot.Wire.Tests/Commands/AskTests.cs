using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing;

namespace Bot.Wire.Tests.Commands;

/// <summary>The program on the terminal: what <c>ask</c> prints, and how commands end.</summary>
public sealed class AskTests
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";
    private static readonly Dictionary<string, string> Settings = new() { ["Clock__Today"] = "2023-04-03" };

    [Fact]
    public async Task The_answer_as_json_has_every_member_of_the_contract()
    {
        var printed = await AskAsync(Question, "--json");

        // One line, and no word of a log beside it.
        var answer = JsonNode.Parse(printed.TrimEnd())!.AsObject();
        Assert.Single(printed.TrimEnd().Split('\n'));
        Assert.Equal(["text", "outcome", "query", "values", "obligations", "findings"], answer.Select(static member => member.Key));
        Assert.Equal("answered", (string?)answer["outcome"]);
        Assert.Equal("value(indicator=full-online-offered;units=SYT)", (string?)answer["query"]!["canonical"]);
        Assert.Contains("100%", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Contains("80%", (string?)answer["text"], StringComparison.Ordinal);
        var values = answer["values"]!.AsArray();
        Assert.Equal([("eligible", 100), ("all-procedures", 80)], values.Select(static v => ((string)v!["basis"]!, (int)v["value"]!)));
        Assert.All(
            values,
            static value =>
            {
                Assert.Equal(
                    ["orgUnit", "indicator", "basis", "period", "value", "unit", "text", "asOf", "source"],
                    value!.AsObject().Select(static member => member.Key)
                );
                Assert.Equal(JsonValueKind.Number, value["value"]!.GetValueKind());
                Assert.Equal(
                    ("SYT", "full-online-offered", "2023-03-28", "percent", "2023-03-28", "bao-can-tho-2023-03-28"),
                    (
                        (string?)value["orgUnit"],
                        (string?)value["indicator"],
                        (string?)value["period"],
                        (string?)value["unit"],
                        (string?)value["asOf"],
                        (string?)value["source"]
                    )
                );
            }
        );
        Assert.Empty(answer["obligations"]!.AsArray());
        Assert.Empty(answer["findings"]!.AsArray());
    }

    [Theory]
    [InlineData("đơn vị nào chưa ban hành kế hoạch CĐS 2023", "answered", "obligations", "SYT")]
    [InlineData("hạn chế của Sở Y tế", "answered", "findings", "SYT")]
    [InlineData("Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Giao thông vận tải", "noData", null, null)]
    [InlineData("thời tiết hôm nay thế nào", "outOfScope", null, null)]
    [InlineData("bạn làm được gì", "help", null, null)]
    public async Task An_answer_says_its_outcome_and_lists_what_it_tells(string question, string outcome, string? list, string? unit)
    {
        var answer = JsonNode.Parse(await AskAsync(question, "--json"))!;

        Assert.Equal(outcome, (string?)answer["outcome"]);
        Assert.Empty(answer["values"]!.AsArray());
        if (list is not null)
        {
            Assert.NotEmpty(answer[list]!.AsArray());
            Assert.All(answer[list]!.AsArray(), item => Assert.Equal(unit, (string?)item!["orgUnit"]));
        }
    }

    [Theory]
    [InlineData("official.syt@example.org", "denied")]
    [InlineData("inspector@example.org", "noData")]
    public async Task A_question_is_asked_with_the_rights_of_the_person_named(string person, string outcome) =>
        Assert.Equal(outcome, (string?)JsonNode.Parse(await AskAsync("tin chưa gửi được", "--json", "--as", person))!["outcome"]);

    [Theory]
    [InlineData("en", "Which one is meant?")]
    [InlineData("vi", "có 3 cách hiểu")]
    public async Task Where_the_words_do_not_decide_the_language_the_option_does(string language, string words) =>
        Assert.Contains(words, await AskAsync("dvctt syt", "--lang", language), StringComparison.Ordinal);

    [Theory]
    [InlineData(2, "nonsense")]
    [InlineData(2, "ask")]
    [InlineData(2, "ask", "--jsn")]
    [InlineData(2, "ask", "x", "--lang", "fr")]
    [InlineData(2, "ask", "x", "--json", "--explain")]
    [InlineData(1, "ask", "x", "--as", "nobody@example.org")]
    [InlineData(0, "ask", "--help")]
    public async Task The_exit_code_says_how_it_ended(int code, params string[] arguments)
    {
        var (ended, printed, errors) = await BotProcess.RunAloneAsync(Settings, arguments);

        Assert.Equal(code, ended);
        Assert.Equal(code == 0, errors.Length == 0);
        Assert.DoesNotContain("   at ", printed + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_one_line_that_says_what_to_look_at()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "bot.db");
        await File.WriteAllTextAsync(file, string.Join('\n', Enumerable.Repeat("this is no database", 500)));

        await RefusedAsync(new() { ["ConnectionStrings__Store"] = $"Data Source={file}" }, "ConnectionStrings__Store", "ask", Question);
    }

    [Fact]
    public Task A_database_server_that_is_not_there_is_one_line() =>
        RefusedAsync(
            new() { ["Store__Provider"] = "Postgres", ["ConnectionStrings__Store"] = "Host=127.0.0.1;Port=1;Username=a;Database=b" },
            "ConnectionStrings__Store",
            "ask",
            Question
        );

    [Fact]
    public Task An_open_address_without_an_app_id_is_one_line_and_no_server() =>
        RefusedAsync(new() { ["Kestrel__Endpoints__Open__Url"] = "http://0.0.0.0:0" }, "MicrosoftAppId");

    // One line on standard error that names the key, and no stack trace there; the log is the log.
    private static async Task RefusedAsync(Dictionary<string, string> settings, string key, params string[] arguments)
    {
        var (code, _, errors) = await BotProcess.RunAloneAsync(settings, arguments);

        Assert.Equal(1, code);
        Assert.Contains(key, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(params string[] words)
    {
        var (code, printed, errors) = await BotProcess.RunAloneAsync(Settings, ["ask", .. words]);
        Assert.Equal((0, ""), (code, errors));
        return printed;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-ask-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
