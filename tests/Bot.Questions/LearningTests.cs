using System.Text.Json;
using Bot.Asking;
using Bot.CardActions;
using Bot.Cards;
using Bot.Indicators;
using Bot.Store.Dialogues;
using Bot.Store.Learning;
using Bot.Store.Rows;
using Bot.Telemetry;
using Bot.Testing;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Questions;

/// <summary>What the bot keeps of questions, and how a person makes it understand more.</summary>
public sealed class LearningTests
{
    [Fact]
    public async Task An_alias_that_is_imported_is_understood_at_once()
    {
        await using var store = await TestStore.CreateAsync();
        var assistant = store.Assistant;
        const string question = "tỷ lệ văn bản đi gửi liên thông của Sở Sức khỏe";
        Assert.NotEqual(Outcome.Answered, (await AskAsync(assistant, question)).Outcome);

        var report = await store.ImportAsync(
            "org-units.csv",
            "code,kind,name_vi,name_en,aliases,parent,valid_from,valid_to,successor\n"
                + "SYT,department,Sở Y tế,Department of Health,SYT|Sở YT|Sở Sức khỏe,CT,,2025-06-30,SYT-2507\n"
        );

        Assert.Empty(report.Errors);
        Assert.Equal("value(indicator=outgoing-interconnected;units=SYT)", (await AskAsync(assistant, question)).Query?.ToString());
    }

    [Fact]
    public async Task What_is_not_understood_is_noted_with_its_reading_and_what_is_clear_is_not()
    {
        await using var store = await TestStore.CreateAsync();
        var notes = store.Services.GetRequiredService<QuestionNotes>();
        var book = new QuestionBook(notes, store.Clock);
        foreach (
            var question in (string[])
                [
                    "tỷ lệ văn bản đi gửi liên thông của Sở Sức khỏe",
                    "tỷ lệ văn bản đi gửi liên thông của Sở Y tế",
                    "Thời tiết hôm nay thế nào?",
                ]
        )
        {
            book.NoteUnlessClear(question, await AskAsync(store.Assistant, question));
        }

        var read = await notes.ReadAsync(CancellationToken.None);

        Assert.Equal(["noData", "outOfScope"], read.Select(n => n.Outcome).Order());
        Assert.Equal("UnknownUnit: Sở Sức khỏe", read.Single(n => n.Outcome == "noData").Reading);
        Assert.All(read, n => Assert.Equal(new DateOnly(2023, 4, 3), n.Day));
    }

    [Theory]
    [InlineData("""{"vote":"down","comment":"số cũ","query":"profile(unit=SYT)"}""", "down", "số cũ", "profile(unit=SYT)")]
    [InlineData("""{"vote":"up"}""", "up", "", "")]
    [InlineData("""{"vote":"up","query":"profile(unit=NOBODY)"}""", "up", "", "")]
    public async Task A_vote_is_noted_with_what_it_is_about(string data, string outcome, string text, string reading)
    {
        await using var store = await TestStore.CreateAsync();
        Actions(store, out _).Give(new CardClick("feedback/give", JsonElement.Parse(data)), Someone);

        var note = Assert.Single(await store.Services.GetRequiredService<QuestionNotes>().ReadAsync(CancellationToken.None));

        Assert.Equal((outcome, text, reading), (note.Outcome, note.Text, note.Reading));
    }

    [Fact]
    public async Task Without_a_vote_it_is_asked_for_and_nothing_is_noted()
    {
        await using var store = await TestStore.CreateAsync();

        var answer = Actions(store, out _).Give(new CardClick("feedback/give", JsonElement.Parse("{}")), Someone);

        Assert.False(answer.Message.Card.IsEmpty);
        Assert.Empty(await store.Services.GetRequiredService<QuestionNotes>().ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_thumbs_of_Teams_judge_the_last_answer()
    {
        await using var store = await TestStore.CreateAsync();
        var actions = Actions(store, out var dialogues);
        var answer = await AskAsync(store.Assistant, "Sở Y tế");
        dialogues.Keep(Someone.DialogueKey, answer.Dialogue!, store.Catalogue);

        await actions.TakeAsync(
            JsonElement.Parse(
                """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{\"feedbackText\":\"thiếu năm 2022\"}"}}"""
            ),
            Someone,
            CancellationToken.None
        );

        QuestionNote note = Assert.Single(await store.Services.GetRequiredService<QuestionNotes>().ReadAsync(CancellationToken.None));
        Assert.Equal(("down", "thiếu năm 2022", answer.Query!.ToString()), (note.Outcome, note.Text, note.Reading));
    }

    private static Sender Someone { get; } =
        new()
        {
            AadObjectId = "a",
            DialogueKey = "c|p",
            Language = Language.Vietnamese,
            Surface = Surface.Teams,
            SharedConversation = null,
            MentionsBot = false,
        };

    private static FeedbackActions Actions(TestStore store, out DialogueBook dialogues)
    {
        dialogues = new DialogueBook(store.Services.GetRequiredService<DialogueRows>(), store.Clock);
        var meters = new ServiceCollection()
            .AddMetrics()
            .BuildServiceProvider()
            .GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>();
        return new FeedbackActions(
            store.Assistant,
            new BotMeters(meters),
            new QuestionBook(store.Services.GetRequiredService<QuestionNotes>(), store.Clock),
            dialogues
        );
    }

    private static ValueTask<Answer> AskAsync(Assistant assistant, string question) =>
        assistant.AnswerAsync(new Ask(question, Language.Vietnamese, null, null, Surface.Teams), CancellationToken.None);
}
