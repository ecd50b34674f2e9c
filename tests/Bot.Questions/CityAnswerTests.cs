using System.Text.Json.Nodes;
using Bot.Asking;
using Bot.Cards;
using Bot.Commands;
using Bot.Indicators;
using Bot.Store.Tables;
using Bot.Testing;
using Bot.Understanding.Lexicons;

namespace Bot.Questions;

/// <summary>From an imported table to what the answer shows.</summary>
public sealed class CityAnswerTests
{
    private const string Units = """
        code,kind,name_vi,name_en,aliases,parent,valid_from,valid_to,successor
        TP,city,Thành phố An Khê,An Khe City,,,,,
        SYT,department,Sở Y tế,Department of Health,,TP,,,
        SNV,department,Sở Nội vụ,Department of Home Affairs,,TP,,,
        STC,department,Sở Tài chính,Department of Finance,,TP,,,
        SCT,department,Sở Công Thương,Department of Industry,,TP,,,
        X1,commune,Xã Tân An,Tan An Commune,,TP,,,
        """;

    private const string Indicators = """
        code,area,name_vi,name_en,aliases,unit,direction,frequency,definition_vi,definition_en,legal_basis
        late,direction,Tỷ lệ hồ sơ trễ hạn,late dossier rate,,percent,lower,quarter,,,
        """;

    private const string Bases = """
        indicator,code,name_vi,name_en,aliases
        late,settled,hồ sơ đã giải quyết,settled dossiers,
        late,received,hồ sơ đã tiếp nhận,received dossiers,
        """;

    [Fact]
    public async Task A_chart_holds_figures_of_one_basis_only()
    {
        await using var store = await StoreOf(
            ("org-units.csv", Units),
            ("indicators.csv", Indicators),
            ("bases.csv", Bases),
            (
                "observations.csv",
                "org_unit,indicator,basis,period,value,text,as_of,source,status,quote\n"
                    + string.Concat(
                        new[] { "SYT", "SNV", "STC", "SCT" }.SelectMany(
                            (unit, i) =>
                                new[]
                                {
                                    $"{unit},late,settled,2023-Q1,{10 + i},,2023-03-31,,approved,\n",
                                    $"{unit},late,received,2023-Q1,{60 + i},,2023-03-31,,approved,\n",
                                    $"{unit},late,settled,2023-Q2,{20 + i},,2023-06-30,,approved,\n",
                                    $"{unit},late,received,2023-Q2,{70 + i},,2023-06-30,,approved,\n",
                                }
                        )
                    )
            )
        );
        var drawn = 0;
        foreach (
            var question in (string[])
                [
                    "So sánh tỷ lệ hồ sơ trễ hạn của các sở quý 1/2023",
                    "Tỷ lệ hồ sơ trễ hạn của Sở Y tế từ quý 1/2023 đến quý 2/2023",
                    "Xếp hạng các sở theo tỷ lệ hồ sơ trễ hạn quý 1/2023",
                ]
        )
        {
            var charts = Charts(JsonNode.Parse((await AskAsync(store, question)).Message.Card.Span)!).ToList();

            drawn += charts.Count;
            Assert.All(charts, chart => Assert.Single(Values(chart).Select(v => v >= 60).Distinct()));
        }

        Assert.True(drawn >= 2, $"{drawn} charts");
    }

    [Fact]
    public async Task A_report_shows_the_days_that_it_counts_for()
    {
        await using var store = await StoreOf(
            ("org-units.csv", Units),
            (
                "obligation-types.csv",
                "code,name_vi,name_en,aliases,owed_by,frequency,deadline,legal_basis\nreform-report-quarter,Báo cáo cải cách hành chính quý,quarterly reform report,,kind:department,quarter,,\n"
            ),
            (
                "obligations.csv",
                "org_unit,type,period,deadline,status,document_number,issued_on,source,note\nSYT,reform-report-quarter,2023-Q1,2023-03-20,issued,9/BC-SYT,2023-03-19,,\n"
            )
        );

        var answer = await AskAsync(store, "Sở Y tế đã nộp báo cáo quý I/2023 chưa?");

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains("15/12/2022", Text(answer), StringComparison.Ordinal);
        Assert.Contains("14/03/2023", Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_an_import_leaves_alike_are_said_and_asked_about()
    {
        const string another = "X2,commune,Xã Tân Ân,Tân Ân Commune,,TP,,,\n";
        await using var store = await StoreOf(
            ("org-units.csv", Units + "\n" + another),
            ("indicators.csv", Indicators),
            (
                "observations.csv",
                "org_unit,indicator,basis,period,value,text,as_of,source,status,quote\nX1,late,,2023-Q1,10,,,,approved,\nX2,late,,2023-Q1,20,,,,approved,\n"
            )
        );

        Assert.Contains("X2", ClashText.Write(LexiconLint.Of(store.Catalogue), Language.Vietnamese), StringComparison.Ordinal);
        Assert.Equal(Outcome.Clarify, (await AskAsync(store, "ty le ho so tre han cua xa tan an quy 1/2023")).Outcome);
        Assert.Equal(
            "value(indicator=late;units=X2;period=2023-Q1)",
            (await AskAsync(store, "tỷ lệ hồ sơ trễ hạn của xã Tân Ân quý 1/2023")).Query?.ToString()
        );
    }

    private static async Task<TestStore> StoreOf(params (string Name, string Csv)[] files)
    {
        var store = await TestStore.CreateAsync("none");
        var report = await store.ImportAsync([.. files.Select(f => new ImportFile(f.Name, System.Text.Encoding.UTF8.GetBytes(f.Csv)))]);
        Assert.Empty(report.Errors);
        return store;
    }

    private static Task<Answer> AskAsync(TestStore store, string question) =>
        store.Assistant.AnswerAsync(new Ask(question, Language.Vietnamese, null, null, Surface.Teams), CancellationToken.None).AsTask();

    private static string Text(Answer answer) => string.Join('\n', SaidIn(JsonNode.Parse(answer.Message.Card.Span)!));

    private static IEnumerable<string> SaidIn(JsonNode node) =>
        node switch
        {
            JsonObject o => o.SelectMany(p => p.Value is null ? [] : SaidIn(p.Value)),
            JsonArray a => a.SelectMany(n => n is null ? [] : SaidIn(n)),
            JsonValue v when v.TryGetValue<string>(out var text) => [text],
            _ => [],
        };

    private static IEnumerable<JsonObject> Charts(JsonNode node) =>
        node switch
        {
            JsonObject o when ((string?)o["type"])?.StartsWith("Chart.", StringComparison.Ordinal) == true => [o],
            JsonObject o => o.SelectMany(p => p.Value is null ? [] : Charts(p.Value)),
            JsonArray a => a.SelectMany(n => n is null ? [] : Charts(n)),
            _ => [],
        };

    private static IEnumerable<decimal> Values(JsonNode node) =>
        node switch
        {
            JsonObject o => o.SelectMany(p =>
                p.Key is "y" or "value" && p.Value is JsonValue v && v.TryGetValue<decimal>(out var y) ? [y]
                : p.Value is null ? []
                : Values(p.Value)
            ),
            JsonArray a => a.SelectMany(n => n is null ? [] : Values(n)),
            _ => [],
        };
}
