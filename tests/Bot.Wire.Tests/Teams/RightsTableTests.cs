using System.Net;
using System.Text.Json.Nodes;
using Bot.Cards.Learning;
using Bot.Cards.Notices;
using Bot.Cards.People;
using Bot.Cards.Review;
using Bot.Indicators.Obligations;
using Bot.Indicators.Proposals;
using Bot.Wire.Tests.Reminders;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Teams;

/// <summary>
/// The table of rights, cell by cell over the wire: own official, foreign official, inspector, admin, guest. What is refused is refused
/// politely, changes nothing, and stands in the audit log with the sender's name, whatever the card says.
/// </summary>
public sealed class RightsTableTests : IAsyncLifetime
{
    private const string Forged = "00000000-0000-0000-0000-00000000000A";
    private const string Report =
        "Trích số liệu: Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Y tế. Tại Sở Y tế, tỷ lệ dịch vụ công trực tuyến một phần đạt 77,7%.";

    private static readonly (string Id, string Named)[] People =
    [
        (Official, "official.syt@example.org"),
        (OtherOfficial, "official.sgtvt@example.org"),
        (Inspector, "inspector@example.org"),
        (Admin, "admin@example.org"),
        (Guest, $"guest:{Guest}"),
    ];

    // A verb that is new gets a row.
    private static readonly IEnumerable<string> Verbs = new[]
    {
        typeof(ChannelVerbs),
        typeof(ContactVerbs),
        typeof(FactVerbs),
        typeof(LearningVerbs),
        typeof(ObligationVerbs),
    }
        .SelectMany(verbs => verbs.GetFields())
        .Where(field => field.IsLiteral && field.FieldType == typeof(string))
        .Select(field => (string)field.GetRawConstantValue()!)
        .Where(name => name.Contains('/', StringComparison.Ordinal))
        .Concat(Enum.GetValues<FactAction>().Select(FactVerbs.Of))
        .Concat(Enum.GetValues<ObligationAction>().Select(ObligationVerbs.Of));

    private TeamsBot _teams = null!;
    private JsonObject _reminder = null!;
    private JsonObject _review = null!;

    public async Task InitializeAsync()
    {
        _teams = await StartAsync();
        await _teams.SayAsync(Official, "a:official", "xin chào");
        await _teams.RunAsync("remind", "--date", "2023-04-03");
        var reminder = (await _teams.Channel.WaitForAsync("a:official", 2))[1];
        _reminder = Action(reminder, "obligation/acknowledge");
        _review = Action(await _teams.SayAsync(Inspector, "a:inspector", Report), "fact/approve");
    }

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_cell_of_the_table_holds()
    {
        (string What, string Allowed, Func<string, Task<string>> Try)[] table =
        [
            ("obligation/acknowledge", "x.x..", p => ClickAsync(p, Obligation("acknowledge"))),
            ("obligation/markIssued", "x.x..", p => ClickAsync(p, Obligation("markIssued"))),
            ("obligation/confirm", "..x..", p => ClickAsync(p, Obligation("confirm"))),
            ("obligation/return", "..x..", p => ClickAsync(p, Obligation("return"))),
            ("obligation/snooze", "x....", p => ClickAsync(p, Obligation("snooze"))),
            ("obligation/requestExtension", "x....", p => ClickAsync(p, Obligation("requestExtension"))),
            ("obligation/grantExtension", "..x..", p => ClickAsync(p, Obligation("grantExtension"))),
            ("obligation/refuseExtension", "..x..", p => ClickAsync(p, Obligation("refuseExtension"))),
            ("obligation/open", "xxxxx", p => ClickAsync(p, Obligation("open"))),
            ("obligation/why", "xxxxx", p => ClickAsync(p, Obligation("why"))),
            ("obligation/remind", "..xx.", p => ClickAsync(p, Verb("obligation/remind", ("among", "nothing")))),
            ("fact/show", "..x..", p => ClickAsync(p, Fact("fact/show"))),
            ("fact/correct", "..x..", p => ClickAsync(p, Fact("fact/correct"))),
            ("fact/withdraw", "..x..", p => ClickAsync(p, Fact("fact/withdraw"))),
            ("fact/reject", "..x..", p => ClickAsync(p, Fact("fact/reject"))),
            ("fact/approve", "..x..", p => ClickAsync(p, Fact("fact/approve"))),
            ("fact/approveAll", "..x..", p => ClickAsync(p, Fact("fact/approveAll"))),
            ("channel/choose", "..xx.", p => ClickAsync(p, Verb("channel/choose"))),
            ("channel/leave", "..xx.", p => ClickAsync(p, Verb("channel/leave"))),
            ("alias/list", "...x.", p => ClickAsync(p, Verb("alias/list"))),
            ("alias/add", "...x.", p => ClickAsync(p, Verb("alias/add", ("alias", "ngành y"), ("bearer", "")))),
            ("alias/remove", "...x.", p => ClickAsync(p, Verb("alias/remove", ("alias", "ngành y"), ("bearer", "")))),
            ("contact/list", "...x.", p => ClickAsync(p, Verb("contact/list"))),
            ("contact/open", "...x.", p => ClickAsync(p, Verb("contact/open", ("contact", "official.syt@example.org")))),
            ("contact/save", "...x.", p => ClickAsync(p, Verb("contact/save", ("contact", "no account")))),
            ("contact/remove", "...x.", p => ClickAsync(p, Verb("contact/remove", ("contact", "nobody@example.org")))),
            ("remind", "x.xx.", p => SayAsync(p, "nhắc Sở Y tế nộp kế hoạch CĐS")),
            ("record-issued", "x.x..", p => SayAsync(p, "Sở Y tế đã ban hành kế hoạch chuyển đổi số năm 2023 số 35/KH-SYT")),
            ("undelivered", "..xx.", p => SayAsync(p, "tin chưa gửi được")),
            ("digest", "..xx.", p => SayAsync(p, "tổng hợp tuần này")),
            ("preview", "..xx.", p => SayAsync(p, "xem trước nhắc việc")),
            ("open-questions", "...x.", p => SayAsync(p, "câu hỏi chưa hiểu")),
            ("contacts", "...x.", p => SayAsync(p, "danh bạ")),
            ("document", "..x..", p => SayAsync(p, "Trích số liệu: Tại Sở Tư pháp, tỷ lệ hồ sơ nộp trực tuyến đạt 12,5%.")),
        ];
        Assert.Empty(Verbs.Except(table.Select(row => row.What)));
        foreach (var (what, allowed, attempt) in table)
        {
            var row = "";
            foreach (var (id, named) in People)
            {
                var before = await StateAsync();
                var refusals = await RefusalsAsync(named);
                var said = await attempt(id);
                var isDenied = said.Contains("Thao tác này dành cho", StringComparison.Ordinal);
                row += isDenied ? '.' : 'x';
                Assert.Equal(refusals + (isDenied ? 1 : 0), await RefusalsAsync(named));
                if (isDenied)
                {
                    Assert.Equal(before, await StateAsync());
                }
            }

            Assert.Equal($"{what} {allowed}", $"{what} {row}");
        }
    }

    [Fact]
    public async Task A_proposed_figure_is_seen_by_its_unit_the_inspection_team_and_the_admin()
    {
        const string question = "tỷ lệ dịch vụ công trực tuyến một phần của Sở Y tế";
        var row = "";
        foreach (var (id, _) in People)
        {
            row += (await SayAsync(id, question)).Contains("77,7", StringComparison.Ordinal) ? 'x' : '.';
        }

        Assert.Equal("x.xx.", row);
    }

    // What a card says of roles, names and rights is the client's word.
    [Fact]
    public async Task A_forged_sender_or_card_gives_no_right()
    {
        var before = await StateAsync();
        var approve = Fact("fact/approve");
        approve["data"]!["role"] = "inspector";
        approve["data"]!["by"] = "inspector@example.org";
        foreach (var person in (string[])[Forged, Guest, Official, "", "' OR 1=1 --", Inspector + " "])
        {
            var said = await ClickAsync(person, approve);
            Assert.Contains("Thao tác này dành cho", said, StringComparison.Ordinal);
        }

        var spoofed = _teams.Invoke(Guest, "adaptiveCard/action", new JsonObject { ["action"] = approve.DeepClone() });
        spoofed["from"]!["name"] = "Thành viên Đoàn kiểm tra (mẫu)";
        spoofed["from"]!["userPrincipalName"] = "inspector@example.org";
        spoofed["channelData"]!["from"] = new JsonObject { ["aadObjectId"] = Inspector };
        var (status, body) = await _teams.TryPostAsync(spoofed);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Thao tác này dành cho", Readable(JsonNode.Parse(body)!), StringComparison.Ordinal);

        Assert.Equal(before, await StateAsync());
        Assert.Equal(1, await RefusalsAsync($"guest:{Forged}"));
    }

    [Fact]
    public async Task Data_that_was_tampered_with_changes_nothing()
    {
        var before = await StateAsync();
        foreach (
            var (field, value) in (IEnumerable<(string, JsonNode?)>)
                [
                    ("fact", "999999"),
                    ("fact", 1),
                    ("version", "-1"),
                    ("version", "99"),
                    ("document", "'; DROP TABLE observations; --"),
                    ("document", null),
                    ("fact", new JsonObject()),
                ]
        )
        {
            var action = Fact("fact/approve");
            action["data"]![field] = value;
            await ClickAsync(Inspector, action);
        }

        foreach (var obligation in (string[])["", "SYT", "SYT|nothing|2023", new string('x', 5_000)])
        {
            var action = Obligation("confirm");
            action["data"]!["obligation"] = obligation;
            await ClickAsync(Inspector, action);
        }

        await ClickAsync(Inspector, Verb("obligation/erase"));
        Assert.Equal(before, await StateAsync());
        Assert.Contains(
            "inspector@example.org,refuse,,obligation/erase,",
            await _teams.RunAsync("export", "audit"),
            StringComparison.Ordinal
        );
    }

    // Another person finds the card of the official in a forwarded message and clicks it as it is.
    [Fact]
    public async Task A_card_of_another_person_that_is_replayed_counts_for_who_clicks()
    {
        Assert.Contains("Thao tác này dành cho", await ClickAsync(OtherOfficial, Obligation("markIssued")), StringComparison.Ordinal);
        Assert.Equal(1, await RefusalsAsync("official.sgtvt@example.org"));

        await ClickAsync(Official, Obligation("acknowledge"));
        var after = await StateAsync();
        // The very same click again, from an old copy of the card.
        await ClickAsync(Official, Obligation("acknowledge"));
        Assert.Equal(after, await StateAsync());
    }

    [Fact]
    public async Task Another_tenant_is_refused_with_403_and_on_record()
    {
        foreach (var kind in (string[])["message", "invoke"])
        {
            var foreign =
                kind == "message"
                    ? _teams.Message(Inspector, "a:foreign", "tin chưa gửi được")
                    : _teams.Invoke(Inspector, "adaptiveCard/action", new JsonObject { ["action"] = Fact("fact/approve") });
            foreign["conversation"]!["tenantId"] = "99999999-2222-3333-4444-555555555555";
            Assert.Equal(HttpStatusCode.Forbidden, (await _teams.TryPostAsync(foreign)).Status);
            // One place that names the right tenant is not enough.
            foreign["channelData"]!["tenant"]!["id"] = "99999999-2222-3333-4444-555555555555";
            foreign["conversation"]!["tenantId"] = Tenant;
            Assert.Equal(HttpStatusCode.Forbidden, (await _teams.TryPostAsync(foreign)).Status);
        }

        Assert.DoesNotContain(_teams.Sent, call => call.ConversationId == "a:foreign");
        Assert.Contains(
            $"tenant:99999999-2222-3333-4444-555555555555/{Inspector},refuse,,message,,,,the tenant may not talk to this bot",
            await _teams.RunAsync("export", "audit"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_log_of_refusals_is_part_of_the_chain()
    {
        await ClickAsync(Guest, Fact("fact/approve"));

        Assert.Contains("refuse", await _teams.RunAsync("export", "audit"), StringComparison.Ordinal);
        await _teams.RunAsync("verify");
    }

    private async Task<string> ClickAsync(string person, JsonObject action)
    {
        var (status, body) = await _teams.TryPostAsync(
            _teams.Invoke(person, "adaptiveCard/action", new JsonObject { ["action"] = action.DeepClone() })
        );
        Assert.Equal(HttpStatusCode.OK, status);
        return Readable(JsonNode.Parse(body)!);
    }

    private async Task<string> SayAsync(string person, string text) => Text(await _teams.SayAsync(person, $"a:{person}", text));

    // The data of the official's own card, with the present version.
    private JsonObject Obligation(string verb)
    {
        var action = _reminder.DeepClone().AsObject();
        (action["verb"], action["data"]!["verb"]) = ($"obligation/{verb}", $"obligation/{verb}");
        return action;
    }

    private JsonObject Fact(string verb)
    {
        var action = _review.DeepClone().AsObject();
        (action["verb"], action["data"]!["verb"]) = (verb, verb);
        return action;
    }

    private static JsonObject Verb(string verb, params (string Name, string Value)[] data)
    {
        var all = new JsonObject { ["verb"] = verb };
        foreach (var (name, value) in data)
        {
            all[name] = value;
        }

        return new()
        {
            ["type"] = "Action.Execute",
            ["verb"] = verb,
            ["data"] = all,
        };
    }

    private Task<string> StateAsync() => StoreLook.StateAsync(_teams.StoreFile);

    private Task<int> RefusalsAsync(string by) => StoreLook.RefusalsAsync(_teams.StoreFile, by);
}
