using Bot.Activities;
using Bot.Asking;
using Bot.Cards;
using Bot.Indicators.Queries;

namespace Bot.Turns;

/// <summary>
/// Lets the reader judge an answer: in Teams by its own thumbs, in the chat page by two suggestions below the message. The buttons of
/// the card stay for what can be asked next.
/// </summary>
internal static class Thumbs
{
    private static readonly System.Text.Json.JsonElement TeamsThumbs = RawJson.FromText("""{"feedbackLoop":{"type":"default"}}""").Parse();

    public static Activity Under(Activity reply, Activity asked, Sender sender, Answer answer)
    {
        if (answer.Query is ChatQuery || answer.Outcome is Outcome.Help or Outcome.Denied || answer.Reading is null)
        {
            return reply;
        }

        if (asked.ChannelId == "msteams")
        {
            reply.ChannelData = TeamsThumbs;
        }
        else if (sender.Surface is Surface.WebChat or Surface.ChatPage)
        {
            var (up, down) = AnswerCards.ThumbTitles(answer.Message.Language);
            var query = answer.Query?.ToString() ?? "";
            reply.SuggestedActions = new() { Actions = [Thumb(up, "up", query), Thumb(down, "down", query)] };
        }

        return reply;
    }

    private static SuggestedAction Thumb(string title, string vote, string query) =>
        new()
        {
            Type = "postBack",
            Title = title,
            Value = RawJson
                .FromText(
                    $$"""{"verb":"{{AnswerVerbs.Judge}}","vote":"{{vote}}","query":"{{System.Text.Json.JsonEncodedText.Encode(query)}}"}"""
                )
                .Parse(),
        };
}
