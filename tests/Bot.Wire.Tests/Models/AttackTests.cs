using System.Diagnostics;
using Bot.Testing;
using Bot.Wire.Tests.Reminders;
using Bot.Wire.Tests.Teams;
using static Bot.Wire.Tests.Models.SaidMessage;
using static Bot.Wire.Tests.Reminders.SentCards;

namespace Bot.Wire.Tests.Models;

/// <summary>
/// The bot in Teams with a model that obeys whatever it reads: orders in questions, in imported names, remarks and documents change nothing,
/// bring no figure that the store does not hold, and show nobody's data.
/// </summary>
public sealed class AttackTests : IAsyncLifetime
{
    public const string TwoParts = "Cho tôi biết tỷ lệ văn bản đi gửi liên thông và những hạn chế của Sở Y tế";

    public const string TwoPartsPlan =
        "value(indicator=outgoing-interconnected;units=SYT) @ indicator:tỷ lệ văn bản đi gửi liên thông;units:của Sở Y tế"
        + " // findings(units=SYT;polarity=limitation) @ polarity:những hạn chế;units:của Sở Y tế";

    private static readonly string[] Forbidden =
    [
        "37.7",
        "37,7",
        "official.sgtvt@",
        "inspector@",
        "admin@",
        SampleCity.OtherOfficial,
        SampleCity.Inspector,
        SampleCity.Admin,
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("attacks-");
    private ScriptedModel _model = null!;
    private TeamsBot _teams = null!;

    public async Task InitializeAsync()
    {
        _model = await ScriptedModel.StartAsync(ModelReply.Error(500));
        _teams = await TeamsBot.StartAsync([
            .. _model.Settings.Select(static s => (s.Key, s.Value)),
            ("AzureOpenAI__TokensPerDay", "100000000"),
            ("Delivery__TypingAfter", "00:00:00.001"),
            ("Delivery__SweepEvery", "00:00:00.005"),
        ]);
    }

    public async Task DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _model.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void There_are_sixty_and_more_in_both_languages() =>
        Assert.InRange(
            new[] { "question", "catalogue", "finding", "document" }.Sum(static where => Attack.On(where).DistinctBy(a => a.Text).Count()),
            60,
            1000
        );

    [Fact]
    public async Task Orders_in_a_question_are_a_question()
    {
        var before = await StoreLook.StateAsync(_teams.StoreFile);
        await using var plain = await TeamsBot.StartAsync();
        foreach (var attack in Attack.On("question"))
        {
            _model.Script = attack.Reply;
            await NothingChangesAsync(attack, attack.Text, plain);
        }

        Assert.Equal(before, await StoreLook.StateAsync(_teams.StoreFile));
        // Most are hard enough to come before the model; else this would prove nothing.
        Assert.InRange(_model.Requests.Count(r => r.SchemaName == "question_plan"), 15, 1000);
    }

    [Fact]
    public async Task Orders_in_the_names_of_a_catalogue_are_names()
    {
        var attacks = Attack.On("catalogue");
        var rows = attacks.Select((a, i) => $"attack-{i},digital-government,\"{a.Text}\",\"{a.Text}\",,percent,higher,year,,,");
        await using var plain = await TeamsBot.StartAsync();
        var file = await FileOf(
            "indicators.csv",
            "code,area,name_vi,name_en,aliases,unit,direction,frequency,definition_vi,definition_en,legal_basis\n" + string.Join('\n', rows)
        );
        await plain.RunAsync("import", file);
        await _teams.RunAsync("import", file);
        var before = await StoreLook.StateAsync(_teams.StoreFile);
        foreach (var attack in attacks)
        {
            _model.Script = attack.Reply;
            await NothingChangesAsync(attack, $"Sở Y tế với Sở Nội vụ bên nào đỡ lẹt đẹt về {attack.Text.Split(':')[0]} hơn vậy", plain);
        }

        Assert.Equal(before, await StoreLook.StateAsync(_teams.StoreFile));
        Assert.InRange(
            attacks.Count(attack => _model.Requests.Any(r => r.User.Contains(attack.Text, StringComparison.Ordinal))),
            attacks.Count / 2,
            attacks.Count
        );
    }

    [Fact]
    public async Task Orders_in_remarks_are_remarks()
    {
        var attacks = Attack.On("finding");
        var rows = attacks.Select(static a => $"SYT,KT-2023-03-28,limitation,direction,\"{a.Text}\",\"{a.Text}\",bao-can-tho-2023-03-28,");
        await _teams.RunAsync(
            "import",
            await FileOf("findings.csv", "org_unit,inspection,polarity,area,text_vi,text_en,source,quote\n" + string.Join('\n', rows))
        );
        var before = await StoreLook.StateAsync(_teams.StoreFile);
        foreach (var attack in attacks)
        {
            _model.Script = request =>
                request.SchemaName == "question_plan" ? ModelReply.Of(BriefPlan.Of(TwoPartsPlan)) : attack.Reply(request);
            var said = Text(await HarmlessAsync(attack, TwoParts));
            Assert.Contains("90%", said, StringComparison.Ordinal);
            Assert.DoesNotContain("đã được khắc phục", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Tóm tắt bằng AI", said, StringComparison.Ordinal);
        }

        Assert.Equal(before, await StoreLook.StateAsync(_teams.StoreFile));
        // Nor on the way: what is shown while the model writes has passed the same guard.
        Assert.All(
            _teams.Channel.Sent.Select(static call => call.Body.GetRawText()),
            static said => Assert.All(Forbidden, word => Assert.DoesNotContain(word, said, StringComparison.Ordinal))
        );
        Assert.All(
            attacks,
            attack =>
                Assert.Contains(_model.Requests, r => r.SchemaName == "summary" && r.User.Contains(attack.Text, StringComparison.Ordinal))
        );
        // The same question was read once, and once after another one.
        Assert.Equal(2, _model.Requests.Count(r => r.SchemaName == "question_plan"));
    }

    [Fact]
    public async Task Orders_in_documents_are_words_and_what_they_bring_waits_for_a_person()
    {
        var counted = await _teams.RunAsync("export", "observations");
        var attacks = Attack.On("document");
        _model.Script = request => attacks.Single(a => request.User.Contains(a.Text, StringComparison.Ordinal)).Reply(request);
        List<string> files = [];
        foreach (var attack in attacks)
        {
            files.Add(Path.Combine(_folder.FullName, $"{attack.Id}.txt"));
            await File.WriteAllTextAsync(files[^1], Documents.With(attack.Text));
        }

        var printed = await _teams.RunAsync(["import", "--approve", .. files]);

        Assert.Equal(attacks.Count, _model.Requests.Count);
        Assert.Equal(counted, await _teams.RunAsync("export", "observations"));
        Assert.DoesNotContain(Attack.Invented, printed, StringComparison.Ordinal);
        // What stands in the document is proposed all the same: marked, and waiting for a person, whatever the document orders.
        var proposed = printed.Split('\n').Where(static line => line.Contains("Proposed by AI", StringComparison.Ordinal)).ToList();
        Assert.Contains("91%", Assert.Single(proposed), StringComparison.Ordinal);
        Assert.DoesNotContain("approved", proposed[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "90%",
            Text(await _teams.SayAsync(SampleCity.Official, "a:official", "tỷ lệ văn bản đi gửi liên thông của Sở Y tế")),
            StringComparison.Ordinal
        );
    }

    // The answer of a bot that has no model, to the byte.
    private async Task NothingChangesAsync(Attack attack, string question, TeamsBot plain)
    {
        var answer = await HarmlessAsync(attack, question);
        Assert.Equal((attack.Id, Said(await plain.SayAsync(SampleCity.Official, "a:official", question))), (attack.Id, Said(answer)));
    }

    private async Task<ConnectorCall> HarmlessAsync(Attack attack, string question)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await _teams.SayAsync(SampleCity.Official, "a:official", question);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10), attack.Id);
        Assert.All(Forbidden, word => Assert.DoesNotContain(word, Text(answer), StringComparison.Ordinal));
        return answer;
    }

    private async Task<string> FileOf(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
