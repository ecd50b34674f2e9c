using System.Net;
using System.Text.Json.Nodes;
using Bot.Cards;
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
        "Trích số liệu: Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Y tế. Tại Sở Y tế, tỷ lệ dịch vụ công trực tuyến một phần đạt 77,7%. "
        + "Tỷ lệ cấp kết quả giải quyết TTHC điện tử của Sở Y tế đạt 61,7%. Tỷ lệ hồ sơ xử lý hoàn toàn trực tuyến của Sở Y tế đạt 51,5%. "
        + "Tỷ lệ văn bản trao đổi dưới dạng điện tử của Sở Y tế đạt 71,5%.";

    private const string Plan = "SYT|digital-transformation-plan|2023";

    private static readonly (string Name, string Value)[] Newcomer =
    [
        ("contact", "new@example.org"),
        ("name", "Người mới"),
        ("role", "official"),
        ("unit", "SYT"),
        ("objectId", ""),
        ("language", "vi"),
    ];

    private static readonly (string Id, string Named)[] People =
    [
        (Official, "official.syt@example.org"),
        (OtherOfficial, "official.sgtvt@example.org"),
        (Inspector, "inspector@example.org"),
        (Admin, "admin@example.org"),
        (Guest, $"guest:{Guest}"),
    ];

    // What is said to data of no card: that it is no more, or how things stand.
    private static readonly string[] Polite = ["đã thay đổi", "Không tìm thấy văn bản", "trạng thái hiện nay"];

    // A verb that is new gets a row.
    private static readonly IEnumerable<string> Verbs = new[]
    {
        typeof(AnswerVerbs),
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
    private JsonObject? _removal;

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

    // Whoever may is shown what he asked for, or it changes what counts: a click that only came too late would prove no right.
    [Fact]
    public async Task Every_cell_of_the_table_holds()
    {
        const string plan = "Kế hoạch chuyển đổi số";
        const string changes = "";
        const string value = "value(indicator=full-online-offered;units=SYT)";
        (string What, string Allowed, Func<string, Task<string>> Try, string Shows)[] table =
        [
            ("query/run", "xxxxx", p => ClickAsync(p, Verb("query/run", ("query", value))), "80%"),
            ("query/run undelivered", "..xx.", p => ClickAsync(p, Verb("query/run", ("query", "undelivered()"))), "chưa gửi được"),
            ("query/run digest", "..xx.", p => ClickAsync(p, Verb("query/run", ("query", "digest()"))), "Tổng hợp của Đoàn kiểm tra"),
            ("query/run contacts", "...x.", p => ClickAsync(p, Verb("query/run", ("query", "contacts()"))), "Danh bạ"),
            ("feedback/give", "xxxxx", p => ClickAsync(p, Verb("feedback/give", ("vote", "up"), ("query", value))), "Đã ghi nhận ý kiến"),
            ("remind", "x.xx.", p => SayAsync(p, "nhắc Sở Y tế nộp kế hoạch CĐS"), plan),
            ("record-issued", "x.x..", p => SayAsync(p, "Sở Y tế đã ban hành kế hoạch chuyển đổi số năm 2023 số 35/KH-SYT"), "35/KH-SYT"),
            ("undelivered", "..xx.", p => SayAsync(p, "tin chưa gửi được"), "chưa gửi được"),
            ("digest", "..xx.", p => SayAsync(p, "tổng hợp tuần này"), "Tổng hợp của Đoàn kiểm tra"),
            ("preview", "..xx.", p => SayAsync(p, "xem trước nhắc việc"), "Lịch nhắc sắp tới"),
            ("open-questions", "...x.", p => SayAsync(p, "câu hỏi chưa hiểu"), "câu hỏi"),
            ("contacts", "...x.", p => SayAsync(p, "danh bạ"), "official.syt@example.org"),
            ("document", "..x..", p => SayAsync(p, "Trích số liệu: Tại Sở Tư pháp, tỷ lệ hồ sơ nộp trực tuyến đạt 12,5%."), "12,5%"),
            ("obligation/open", "xxxxx", p => ObligationAsync(p, "open"), plan),
            ("obligation/why", "xxxxx", p => ObligationAsync(p, "why"), "Quyết định 749/QĐ-TTg"),
            ("obligation/remind", "..xx.", p => ClickAsync(p, Verb("obligation/remind", ("among", Plan))), "nhắc"),
            ("obligation/acknowledge", "x.x..", p => ObligationAsync(p, "acknowledge"), changes),
            ("obligation/requestExtension", "x....", p => ObligationAsync(p, "requestExtension"), changes),
            ("obligation/refuseExtension", "..x..", p => ObligationAsync(p, "refuseExtension"), changes),
            ("obligation/requestExtension", "x....", p => ObligationAsync(p, "requestExtension"), changes),
            ("obligation/grantExtension", "..x..", p => ObligationAsync(p, "grantExtension"), changes),
            ("obligation/snooze", "x....", p => ObligationAsync(p, "snooze"), changes),
            ("obligation/markIssued", "x.x..", p => ObligationAsync(p, "markIssued"), changes),
            ("obligation/return", "..x..", p => ObligationAsync(p, "return"), changes),
            ("obligation/markIssued", "x.x..", p => ObligationAsync(p, "markIssued"), changes),
            ("obligation/confirm", "..x..", p => ObligationAsync(p, "confirm"), changes),
            ("fact/show", "..x..", p => ClickAsync(p, Fact("fact/show")), "77,7%"),
            ("fact/approve", "..x..", p => ClickAsync(p, Fact("fact/approve", fact: 2, version: 0)), changes),
            ("fact/withdraw", "..x..", p => ClickAsync(p, Fact("fact/withdraw", fact: 2, version: 1)), changes),
            ("fact/correct", "..x..", p => ClickAsync(p, Fact("fact/correct", fact: 3, version: 0)), changes),
            ("fact/reject", "..x..", p => ClickAsync(p, Fact("fact/reject", fact: 4, version: 0)), changes),
            ("fact/approveAll", "..x..", p => ClickAsync(p, Fact("fact/approveAll", fact: 1, version: 4)), changes),
            ("channel/choose", "..xx.", p => InChannelAsync(p, "channel/choose"), "Kênh này nhận thông báo của Đoàn kiểm tra"),
            ("channel/leave", "..xx.", p => InChannelAsync(p, "channel/leave"), "channel/choose"),
            ("alias/list", "...x.", p => ClickAsync(p, Verb("alias/list")), "câu hỏi"),
            (
                "alias/add",
                "...x.",
                p => ClickAsync(p, Verb("alias/add", ("alias", "ngành y"), ("bearer", "SYT"), ("seen", "yes"))),
                changes
            ),
            ("alias/remove", "...x.", p => ClickAsync(p, Verb("alias/remove", ("alias", "ngành y"), ("bearer", "SYT"))), changes),
            ("contact/list", "...x.", p => ClickAsync(p, Verb("contact/list")), "official.syt@example.org"),
            (
                "contact/open",
                "...x.",
                p => ClickAsync(p, Verb("contact/open", ("contact", "official.syt@example.org"))),
                "Chuyên viên Sở Y tế"
            ),
            ("contact/save", "...x.", p => ClickAsync(p, Verb("contact/save", Newcomer)), changes),
            ("contact/remove", "...x.", RemoveNewcomerAsync, changes),
        ];
        Assert.Empty(Verbs.Except(table.Select(row => row.What)));
        foreach (var (what, allowed, attempt, shows) in table)
        {
            var row = "";
            foreach (var (id, named) in People)
            {
                var before = await StateAsync();
                var refusals = await RefusalsAsync(named);
                var said = await attempt(id);
                var isDenied = said.Contains("Thao tác này dành cho", StringComparison.Ordinal);
                row += isDenied ? '.' : 'x';
                Assert.True(refusals + (isDenied ? 1 : 0) == await RefusalsAsync(named), $"{what} by {named}: {said}");
                if (isDenied)
                {
                    Assert.Equal(before, await StateAsync());
                }
                else if (shows.Length > 0)
                {
                    Assert.True(said.Contains(shows, StringComparison.Ordinal), $"{what} by {named}: {said}");
                }
                else
                {
                    Assert.True(before != await StateAsync(), $"{what} by {named} changed nothing: {said}");
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
    public async Task Data_that_was_tampered_with_changes_nothing_is_told_politely_and_is_on_record()
    {
        var before = await StateAsync();
        var refusals = await RefusalsAsync("inspector@example.org");
        foreach (
            var (field, value) in (IEnumerable<(string, JsonNode?)>)
                [
                    ("fact", "999999"),
                    ("fact", 1),
                    ("version", "-1"),
                    ("version", "99"),
                    ("version", null),
                    ("document", "'; DROP TABLE observations; --"),
                    ("document", null),
                    ("fact", new JsonObject()),
                ]
        )
        {
            var action = Fact("fact/approve");
            action["data"]![field] = value;
            await RefusedAsync(action);
        }

        var all = Fact("fact/approveAll");
        all["data"]!["version"] = "99";
        await RefusedAsync(all);

        foreach (
            var (field, value) in (IEnumerable<(string, string?)>)
                [
                    ("obligation", ""),
                    ("obligation", "SYT"),
                    ("obligation", "SYT|nothing|2023"),
                    ("obligation", new string('x', 5_000)),
                    ("version", "99"),
                    ("version", null),
                ]
        )
        {
            var action = Obligation("markIssued");
            action["data"]![field] = value;
            await RefusedAsync(action);
        }

        await RefusedAsync(Verb("obligation/erase"));
        Assert.Equal(before, await StateAsync());
        var audit = await _teams.RunAsync("export", "audit");
        Assert.Contains("inspector@example.org,refuse,,obligation/erase,", audit, StringComparison.Ordinal);
        Assert.Contains("DROP TABLE observations; --; fact=", audit, StringComparison.Ordinal);

        async Task RefusedAsync(JsonObject action)
        {
            var said = await ClickAsync(Inspector, action);
            Assert.True(Polite.Any(words => said.Contains(words, StringComparison.Ordinal)), said);
            Assert.Equal(++refusals, await RefusalsAsync("inspector@example.org"));
        }
    }

    // A card that was overtaken is nobody's fault.
    [Fact]
    public async Task A_click_on_an_older_card_is_no_attempt()
    {
        await ClickAsync(Official, Obligation("acknowledge"));
        var late = await ClickAsync(Inspector, Obligation("markIssued"));

        Assert.Contains("dưới đây là trạng thái hiện nay", late, StringComparison.Ordinal);
        Assert.Equal(0, await RefusalsAsync("inspector@example.org"));
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
        const string foreignChat = "99999999-2222-3333-4444-555555555555";
        const string foreignSender = "88888888-2222-3333-4444-555555555555";
        foreach (var kind in (string[])["message", "invoke"])
        {
            var foreign =
                kind == "message"
                    ? _teams.Message(Inspector, "a:foreign", "tin chưa gửi được")
                    : _teams.Invoke(Inspector, "adaptiveCard/action", new JsonObject { ["action"] = Fact("fact/approve") });
            foreign["conversation"]!["tenantId"] = foreignChat;
            Assert.Equal(HttpStatusCode.Forbidden, (await _teams.TryPostAsync(foreign)).Status);
            // One place that names the right tenant is not enough, and it is the other one that is accused.
            foreign["channelData"]!["tenant"]!["id"] = foreignSender;
            foreign["conversation"]!["tenantId"] = Tenant;
            Assert.Equal(HttpStatusCode.Forbidden, (await _teams.TryPostAsync(foreign)).Status);
        }

        Assert.DoesNotContain(_teams.Sent, call => call.ConversationId == "a:foreign");
        var audit = await _teams.RunAsync("export", "audit");
        Assert.DoesNotContain($"tenant:{Tenant}", audit, StringComparison.Ordinal);
        foreach (var tenant in (string[])[foreignChat, foreignSender])
        {
            var row = $"tenant:{tenant}/{Inspector},refuse,,message,,,,the tenant may not talk to this bot";
            Assert.Single(audit.Split('\n'), line => line.Contains($"tenant:{tenant}", StringComparison.Ordinal));
            Assert.Contains(row, audit, StringComparison.Ordinal);
        }
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

    // The data of the official's own card, with the present state and all that a form could ask for.
    private async Task<string> ObligationAsync(string person, string verb)
    {
        var action = Obligation(verb);
        var data = action["data"]!;
        data["version"] = await StoreLook.HappenedAsync(_teams.StoreFile);
        (data["documentNumber"], data["issuedOn"], data["reason"]) = ("35/KH-SYT", "2023-04-03", "theo mẫu");
        data["until"] = verb == "snooze" ? "2023-04-18" : "2023-04-28";
        return await ClickAsync(person, action);
    }

    private JsonObject Obligation(string verb)
    {
        var action = _reminder.DeepClone().AsObject();
        (action["verb"], action["data"]!["verb"]) = ($"obligation/{verb}", $"obligation/{verb}");
        return action;
    }

    private async Task<string> InChannelAsync(string person, string verb)
    {
        var click = _teams.Invoke(person, "adaptiveCard/action", new JsonObject { ["action"] = Verb(verb) });
        (click["conversation"]!["id"], click["conversation"]!["conversationType"]) = ("19:team@thread.tacv2", "channel");
        return Readable(JsonNode.Parse((await _teams.TryPostAsync(click)).Body)!);
    }

    // As the admin's own card of that contact says it.
    private async Task<string> RemoveNewcomerAsync(string person)
    {
        _removal ??= Action(await ClickAsync(Admin, Verb("contact/open", ("contact", Newcomer[0].Value))), "contact/remove");
        return await ClickAsync(person, _removal);
    }

    private JsonObject Fact(string verb, int fact, int version)
    {
        var action = Fact(verb);
        var data = action["data"]!;
        (data["fact"], data["version"]) = ($"{fact}", $"{version}");
        (data["value"], data["reason"]) = ("61,8", "theo mẫu");
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
