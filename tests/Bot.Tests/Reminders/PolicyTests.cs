using System.Text;
using Bot.Indicators.Obligations;
using Bot.Reminders.Policies;
using Bot.Testing;

namespace Bot.Tests.Reminders;

public sealed class PolicyTests
{
    private const string Step = """{ "code": "a", "offset": 1, "audiences": ["unit"], "wording": "overdue" }""";

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("null", "empty")]
    [InlineData("{", "line 1")]
    [InlineData("""{ "cardsPerDay": 3 }""", "ladders")]
    [InlineData("8:00", "sendFrom", "\"8\"", "\"17:00\"", "3", "\"monday\"", Step)]
    [InlineData("hours", "sendUntil", "\"17:00\"", "\"08:00\"", "3", "\"monday\"", Step)]
    [InlineData("cards", "cardsPerDay", "\"08:00\"", "\"17:00\"", "0", "\"monday\"", Step)]
    [InlineData("weekday", "digestOn", "\"08:00\"", "\"17:00\"", "3", "\"someday\"", Step)]
    [InlineData("number", "digestOn", "\"08:00\"", "\"17:00\"", "3", "9", Step)]
    [InlineData("none", "ladders[0].steps", "\"08:00\"", "\"17:00\"", "3", "1", "")]
    [InlineData("twice", "ladders[0].steps[1].code", "\"08:00\"", "\"17:00\"", "3", "1", Step + "," + Step)]
    [InlineData(
        "far",
        "ladders[0].steps[0].offset",
        "\"08:00\"",
        "\"17:00\"",
        "3",
        "1",
        """{ "code": "a", "offset": -61, "audiences": ["unit"], "wording": "overdue" }"""
    )]
    [InlineData(
        "words",
        "ladders[0].steps[0].offset",
        "\"08:00\"",
        "\"17:00\"",
        "3",
        "1",
        """{ "code": "a", "offset": "ten", "audiences": ["unit"], "wording": "overdue" }"""
    )]
    [InlineData(
        "order",
        "ladders[0].steps[1].offset",
        "\"08:00\"",
        "\"17:00\"",
        "3",
        "1",
        Step + """, { "code": "b", "offset": 0, "audiences": ["unit"], "wording": "overdue" }"""
    )]
    [InlineData(
        "repeat",
        "ladders[0].steps[0].repeatEvery",
        "\"08:00\"",
        "\"17:00\"",
        "3",
        "1",
        """{ "code": "a", "offset": 1, "repeatEvery": 0, "audiences": ["unit"], "wording": "overdue" }"""
    )]
    [InlineData(
        "nobody",
        "ladders[0].steps[0].audiences",
        "\"08:00\"",
        "\"17:00\"",
        "3",
        "1",
        """{ "code": "a", "offset": 1, "audiences": [], "wording": "overdue" }"""
    )]
    [InlineData(
        "who",
        "audiences",
        "\"08:00\"",
        "\"17:00\"",
        "3",
        "1",
        """{ "code": "a", "offset": 1, "audiences": ["mayor"], "wording": "overdue" }"""
    )]
    [InlineData(
        "wording",
        "ladders[0].steps[0].wording",
        "\"08:00\"",
        "\"17:00\"",
        "3",
        "1",
        """{ "code": "a", "offset": 1, "audiences": ["unit"], "wording": "please" }"""
    )]
    [InlineData(
        "unknown",
        "steps[0]",
        "\"08:00\"",
        "\"17:00\"",
        "3",
        "1",
        """{ "code": "a", "ofset": 1, "offset": 1, "audiences": ["unit"], "wording": "overdue" }"""
    )]
    public void A_bad_file_is_refused_by_its_place(string text, string place, params string[] parts)
    {
        var file = parts is [var from, var until, var cards, var digest, var steps]
            ? $$"""
                {
                  "sendFrom": {{from}}, "sendUntil": {{until}}, "cardsPerDay": {{cards}}, "digestOn": {{digest}},
                  "ladders": [{ "code": "default", "steps": [{{steps}}] }]
                }
                """
            : text;
        var refused = Assert.Throws<PolicyException>(() => PolicyFile.Read("my.json", Encoding.UTF8.GetBytes(file)));
        Assert.StartsWith("my.json", refused.Message);
        Assert.Contains(place, refused.Message);
    }

    [Theory]
    [InlineData("Q5", "12-15", "03-14")]
    [InlineData("2023", "12-15", "03-14")]
    [InlineData("Q1", "02-29", "03-14")]
    [InlineData("Q1", "12-15", "14.3.")]
    public void A_bad_reporting_period_is_refused_by_its_place(string period, string from, string to)
    {
        var file = $$"""
            {
              "sendFrom": "08:00", "sendUntil": "17:00", "cardsPerDay": 3, "digestOn": "friday",
              "ladders": [{ "code": "default", "steps": [{{Step}}] }],
              "reporting": [{ "types": ["x"], "period": "{{period}}", "from": "{{from}}", "to": "{{to}}" }]
            }
            """;
        Assert.Contains(
            "my.json: reporting[0]",
            Assert.Throws<PolicyException>(() => PolicyFile.Read("my.json", Encoding.UTF8.GetBytes(file))).Message
        );
    }

    [Fact]
    public async Task The_ladder_under_which_it_opened_runs_and_a_changed_file_counts_for_what_opens_later()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("bot-policy-").FullName, "ladders.json");
        Write(file, "first", 1);
        await using var bench = await PlanningBench.CreateAsync(file);
        Assert.All(PlanningBench.Lines(await bench.PlanAsync("2023-04-03")), line => Assert.EndsWith(" first", line));

        Write(file, "second", 2);
        await bench.Store.ImportAsync("obligations.csv", "org_unit,type,period,deadline,status\nSYT,reform-plan,2024,2023-03-31,missing\n");
        var lines = PlanningBench.Lines(await bench.PlanAsync("2023-04-05")).ToList();
        Assert.Contains($"{PlanningBench.Official} SYT|digital-transformation-plan|2023 first", lines);
        Assert.Contains($"{PlanningBench.Official} SYT|reform-plan|2024 second", lines);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("2022-12-31", "all")]
    [InlineData("2023-01-01", "year")]
    [InlineData("2023-12-31", "year")]
    [InlineData("2024-01-01", "all")]
    public void A_ladder_runs_for_what_opens_within_its_validity(string day, string ladder)
    {
        var policy = PolicyFile.Read(
            "my.json",
            Encoding.UTF8.GetBytes(
                $$"""
                {
                  "sendFrom": "08:00", "sendUntil": "17:00", "cardsPerDay": 3, "digestOn": "friday",
                  "ladders": [
                    { "code": "year", "types": ["reform-plan"], "validFrom": "2023-01-01", "validTo": "2023-12-31", "steps": [{{Step}}] },
                    { "code": "all", "steps": [{{Step}}] }
                  ]
                }
                """
            )
        );

        Assert.Equal(ladder, policy.LadderFor(Figures.ReformPlan, PlanningBench.Day(day))?.Code);
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_leaves_the_policy_in_force()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("bot-policy-").FullName, "ladders.json");
        Write(file, "first", 1);
        await using var bench = await PlanningBench.CreateAsync(file);
        var before = bench.Policies.Current;
        await File.WriteAllTextAsync(file, "{");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        Assert.Same(before, bench.Policies.Current);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Outside_its_hours_a_notice_waits_for_the_next_ones_of_a_working_day()
    {
        var hours = new SendingHours(new(8, 0), new(17, 0));
        var calendar = new WorkingCalendar([new(new DateOnly(2023, 4, 10), false)]);
        Assert.Equal(At(7, 8, 0), hours.Next(At(7, 3, 0), calendar));
        Assert.Equal(At(7, 9, 30), hours.Next(At(7, 9, 30), calendar));
        Assert.Equal(At(11, 8, 0), hours.Next(At(7, 17, 0), calendar));
        Assert.Equal(At(11, 8, 0), hours.Next(At(9, 12, 0), calendar));
    }

    private static DateTimeOffset At(int day, int hour, int minute) => new(2023, 4, day, hour, minute, 0, TimeSpan.FromHours(7));

    private static void Write(string file, string step, int version)
    {
        File.WriteAllText(
            file,
            $$"""
            {
              // Comments are allowed.
              "sendFrom": "08:00", "sendUntil": "17:00", "cardsPerDay": 3, "digestOn": "monday",
              "ladders": [
                { "code": "all", "steps": [{ "code": "{{step}}", "offset": 1, "repeatEvery": 1, "audiences": ["unit"], "wording": "overdue" }] },
              ],
            }
            """
        );
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(version));
    }
}
