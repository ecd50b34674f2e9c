using System.Text.Json;
using Bot.Asking;
using Bot.Cards;
using Bot.Indicators.Queries;
using Bot.Telemetry;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary><c>feedback/give</c>: thumbs up or down on an answer with an optional word, counted and noted; nothing is learnt without a person.</summary>
internal sealed class FeedbackActions(Assistant assistant, BotMeters meters, QuestionBook questions, DialogueBook dialogues)
{
    /// <summary>A click on our own buttons; without a vote it asks for one and changes nothing.</summary>
    public Answer Give(CardClick click, Sender sender)
    {
        var context = assistant.Context(sender.Language, sender.Surface);
        // The query is the client's word: only one that the catalogue knows is noted.
        var about = QueryText.TryRead(click.Text("query"), assistant.Catalogue, out var query, out _) ? query.ToString() : null;
        var vote = click.Text("vote");
        if (vote is not ("up" or "down"))
        {
            return new Answer { Message = AnswerCards.FeedbackForm(about ?? "", context), Outcome = Outcome.Answered };
        }

        meters.Judged(vote == "up");
        questions.NoteVote(vote == "up", about, click.Text("comment"), sender.Language);
        return new Answer { Message = AnswerCards.FeedbackTaken(context), Outcome = Outcome.Answered };
    }

    /// <summary>
    /// Teams' own thumbs. They name the message and not the query, and most people judge the answer that they just read: the last
    /// query of the conversation is noted with it.
    /// </summary>
    public async Task TakeAsync(JsonElement? value, Sender sender, CancellationToken cancellationToken)
    {
        if (value is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty("actionValue", out var action))
        {
            return;
        }

        var reaction = new CardClick("", action).Text("reaction");
        if (reaction is not ("like" or "dislike"))
        {
            return;
        }

        meters.Judged(reaction == "like");
        var before = await dialogues.FindAsync(sender.DialogueKey, assistant.Catalogue, cancellationToken);
        var comment = CommentOf(new CardClick("", action).Text("feedback"));
        questions.NoteVote(reaction == "like", before?.LastQuery?.ToString(), comment, sender.Language);
    }

    // JSON inside a string.
    private static string? CommentOf(string? feedback)
    {
        try
        {
            using var document = JsonDocument.Parse(feedback ?? "null");
            return new CardClick("", document.RootElement).Text("feedbackText");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
