using System.Text.Json.Nodes;
using Bot.Testing;
using Bot.Wire.Tests.Reminders;
using static Bot.Wire.Tests.Models.SaidMessage;
using static Bot.Wire.Tests.Reminders.SentCards;

namespace Bot.Wire.Tests.Models;

/// <summary>The bot in Teams with a service that fails in every way: the answer is the rules' own, whatever the model does.</summary>
public sealed class FaultyModelTests : IAsyncLifetime
{
    private const string Hard = "Sở Y tế làm văn phòng không giấy tới đâu rồi?";

    private const string HardPlan = "value(indicator=outgoing-interconnected;units=SYT) @ indicator:văn phòng không giấy;units:Sở Y tế";

    private ScriptedModel _model = null!;
    private TeamsBot _teams = null!;

    public async Task InitializeAsync()
    {
        _model = await ScriptedModel.StartAsync(ModelReply.Error(500));
        _teams = await TeamsBot.StartAsync([
            .. _model.Settings.Select(static s => (s.Key, s.Value)),
            ("AzureOpenAI__InputPrice", "2.5"),
            ("AzureOpenAI__OutputPrice", "10"),
            ("AzureOpenAI__LogContent", "true"),
        ]);
    }

    public async Task DisposeAsync()
    {
        await _teams.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task A_hard_question_is_confirmed_answered_by_the_store_and_known_the_next_time()
    {
        _model.Script = _ => ModelReply.Of(BriefPlan.Of(HardPlan));
        var offered = await _teams.SayAsync(SampleCity.Official, "a:official", Hard);
        Assert.Single(_model.Requests);
        Assert.True(IsMarked(offered));
        var answer = await _teams.ClickAsync(By.Execute, SampleCity.Official, "a:official", Action(offered, "query/run"));
        Assert.Contains("90%", answer, StringComparison.Ordinal);
        Assert.Equal(
            Action(offered, "query/run").ToJsonString(),
            Action(await _teams.SayAsync(SampleCity.OtherOfficial, "a:other", "  " + Hard), "query/run").ToJsonString()
        );
        // Read once for everybody, and nothing of who asked went out.
        Assert.DoesNotContain(SampleCity.Official, Assert.Single(_model.Requests).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_the_service_does_the_rules_answer()
    {
        var plain = await WithoutModelAsync();
        ModelReply[] faults =
        [
            ModelReply.Filtered,
            ModelReply.PromptFiltered,
            ModelReply.Refused,
            ModelReply.Of(""),
            ModelReply.Of("{"),
            ModelReply.Of("[]"),
            ModelReply.Of(new string('9', 2_000_000)),
            ModelReply.OutOfTokens("""{"plan":[{"kind":"val"""),
            ModelReply.Of("""{"plan":[{"kind":"value","value":"99%","spans":[]}],"unresolved":[],"cannot_answer":null}"""),
            ModelReply.Of(BriefPlan.Of("value(indicator=invented;units=NOBODY)")),
            ModelReply.Of(BriefPlan.Of(HardPlan.Replace("units=SYT", "units=SGTVT", StringComparison.Ordinal))),
            ModelReply.Of("""{"plan":[{"kind":"profile","unit":"\ud800","spans":[]}],"unresolved":[],"cannot_answer":null}"""),
            ModelReply.Cut("""{"plan":[]}"""),
            ModelReply.Error(400, "invalid_request"),
            ModelReply.Throttled(30),
        ];
        foreach (var fault in faults)
        {
            _model.Script = _ => fault;
            Assert.Equal(plain, await SaidAsync());
        }

        Assert.True(_model.Requests.Count > faults.Length / 2);
        // What happened is in the log's figures, never the key.
        Assert.DoesNotContain(ScriptedModel.Key, _teams.Printed, StringComparison.Ordinal);
    }

    // Dialogues of the question files, turn by turn, asked of two processes. What the rules read goes to no model; of the rest it makes nothing.
    [Fact]
    public async Task With_no_endpoint_and_with_a_model_that_is_no_help_every_answer_is_the_same_to_the_byte()
    {
        var next = 0;
        _model.Script = request =>
            (next++ % 4) switch
            {
                0 => ModelReply.Filtered,
                1 => ModelReply.Of("""{"plan":[{"kind":"record-issued","unit":"SYT","spans":[]}],"unresolved":[],"cannot_answer":null}"""),
                2 => ModelReply.Of("""{"plan":[],"unresolved":[],"cannot_answer":"out_of_scope"}"""),
                _ => ModelReply.Of(BriefPlan.Of($"findings(units=all;polarity=achievement) @ units:{Attack.FirstWords(request)}")),
            };
        await using var plain = await TeamsBot.StartAsync();
        var asked = 0;
        foreach (var (dialogue, says) in Dialogues())
        {
            foreach (var say in says)
            {
                var expected = Said(await plain.SayAsync(SampleCity.Guest, dialogue, say));
                Assert.Equal((say, expected), (say, Said(await _teams.SayAsync(SampleCity.Guest, dialogue, say))));
                asked++;
            }
        }

        Assert.InRange(asked, 80, 1_000);
        Assert.InRange(_model.Requests.Count, 1, asked / 4);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_not_waited_for()
    {
        var plain = await WithoutModelAsync();
        _model.Script = _ => ModelReply.Silence;
        Assert.Equal(plain, await SaidAsync());
        Assert.NotEmpty(_model.Requests);
    }

    [Fact]
    public async Task A_question_that_the_rules_read_goes_to_no_model()
    {
        var answer = await _teams.SayAsync(SampleCity.Official, "a:official", "tỷ lệ văn bản đi gửi liên thông của Sở Y tế");
        Assert.Contains("90%", Text(answer), StringComparison.Ordinal);
        Assert.False(IsMarked(answer));
        Assert.Empty(_model.Requests);
    }

    [Fact]
    public async Task The_name_of_a_contact_is_neither_sent_nor_logged()
    {
        var folder = Directory.CreateTempSubdirectory("contacts-");
        var file = Path.Combine(folder.FullName, "contacts.csv");
        await File.WriteAllTextAsync(
            file,
            "upn,aad_object_id,name,role,org_unit,language\nle@example.org,00000000-0000-0000-0000-0000000000aa,Cao Mỹ Lệ,official,SYT,vi\n"
        );
        await _teams.RunAsync("import", file);
        folder.Delete(recursive: true);
        _model.Script = _ => ModelReply.Of("""{"plan":[],"unresolved":["Cao Mỹ Lệ"],"cannot_answer":null}""");

        await _teams.SayAsync(SampleCity.Official, "a:official", "Sở Y tế của cao mỹ lệ làm văn phòng không giấy tới đâu rồi?");

        var sent = Assert.Single(_model.Requests).User;
        Assert.Contains("Sở Y tế của [name] làm văn phòng", sent, StringComparison.Ordinal);
        Assert.Contains("Sở Y tế của [name] làm văn phòng", _teams.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("mỹ lệ", sent + _teams.Printed, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Eval_asks_without_and_with_the_model_and_prints_what_it_took()
    {
        _model.Script = _ => ModelReply.Of(BriefPlan.Of(HardPlan));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $$"""{"id":"hard","lang":"vi","turns":[{"say":"{{Hard}}"}]}""");
        var printed = await _teams.RunAsync("eval", file);
        File.Delete(file);
        Assert.Contains(", with the language model: ", printed, StringComparison.Ordinal);
        Assert.Contains("language model: 1 calls, 1 with a whole answer", printed, StringComparison.Ordinal);
        Assert.Matches(@"tokens: \d+ sent, \d+ received", printed);
        Assert.Matches(@"cost: 0\.0\d+ at the configured prices", printed);
        Assert.Matches(@"time a call: median \d+\.\d ms", printed);
        // Without the model first, then with it.
        foreach (var measure in (string[])["wrong figures: 0 of", "accuracy:", "time a reply:"])
        {
            Assert.Equal((measure, 2), (measure, printed.Split(measure).Length - 1));
        }

        Assert.Single(_model.Requests);
    }

    private async Task<string> SaidAsync() => Said(await _teams.SayAsync(SampleCity.Guest, $"a:{Guid.NewGuid():n}", Hard));

    private static async Task<string> WithoutModelAsync()
    {
        await using var plain = await TeamsBot.StartAsync();
        return Said(await plain.SayAsync(SampleCity.Guest, "a:guest", Hard));
    }

    private static IEnumerable<(string Name, List<string> Says)> Dialogues() =>
        from file in (string[])["article", "an-binh"]
        from line in File.ReadLines(Path.Combine(BotProcess.Root, "tests", "Bot.Questions", "Cases", $"{file}.jsonl"))
        where line.Length > 0
        let dialogue = JsonNode.Parse(line)!
        select ($"a:{file}-{dialogue["id"]}", dialogue["turns"]!.AsArray().Select(static turn => (string)turn!["say"]!).ToList());

    // Teams' mark of what an AI had a part in.
    private static bool IsMarked(ConnectorCall message) =>
        message.Body.TryGetProperty("entities", out var entities)
        && entities.GetRawText().Contains("AIGeneratedContent", StringComparison.Ordinal);
}
