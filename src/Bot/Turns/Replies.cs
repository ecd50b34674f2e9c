using Bot.Activities;
using Bot.Cards;
using Bot.Indicators;

namespace Bot.Turns;

/// <summary>A card or line of text as one message activity: never both, since Teams splits such a message in two.</summary>
internal static class Replies
{
    public static Activity To(Activity activity, Sender sender, CardMessage message)
    {
        var reply = activity.CreateReply();
        reply.Locale = message.Language == Language.English ? "en-US" : "vi-VN";
        reply.InputHint = "acceptingInput";
        if (message.Assisted)
        {
            reply.Entities = [AiLabel.Entity];
        }

        if (message.Card.IsEmpty)
        {
            reply.Text = message.Text;
            reply.TextFormat = "plain";
        }
        else
        {
            reply.Summary = message.Summary;
            reply.Attachments = [Attachment.FromCard(new RawJson(message.Card))];
        }

        return reply;
    }
}
