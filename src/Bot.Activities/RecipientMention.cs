using System.Net;

namespace Bot.Activities;

/// <summary>Takes the bot's own mentions out of a text (bot-protocol 1.5).</summary>
internal static class RecipientMention
{
    public static string RemoveFrom(Activity activity)
    {
        var text = Blanks(activity.Text ?? "");
        if (activity.Entities is not { Count: > 0 } entities)
        {
            return text.Trim();
        }
        var mentions = entities
            .Select(Mention.From)
            .OfType<Mention>()
            .Select(mention => mention with { Text = Blanks(mention.Text) })
            .ToList();
        foreach (var own in mentions.Where(IsOwn).DistinctBy(static mention => mention.Text.ToUpperInvariant()))
        {
            // Somebody else of the same name keeps his mention: then only as many go as the entities say are the bot's.
            var shared = mentions.Any(other => !IsOwn(other) && SameText(other, own));
            var times = shared ? mentions.Count(other => IsOwn(other) && SameText(other, own)) : int.MaxValue;
            text = Remove(text, own.Text, times);
        }
        return text.Trim();

        bool IsOwn(Mention mention) => ChannelAccount.SameId(mention.Id, activity.Recipient?.Id);
    }

    private static string Remove(string text, string mention, int times)
    {
        // A name with & stands escaped in one place and bare in the other.
        string[] spellings = [mention, WebUtility.HtmlDecode(mention), mention.Replace("&", "&amp;", StringComparison.Ordinal)];
        foreach (var spelling in spellings.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            int at;
            while (times > 0 && (at = text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase)) >= 0)
            {
                text = Join(text[..at], text[(at + spelling.Length)..]);
                times--;
            }
        }
        return text;
    }

    private static string Join(string before, string after) =>
        before.EndsWith(' ') || before.Length == 0 ? before + after.TrimStart(' ') : before + after;

    private static string Blanks(string text) => text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' ');

    private static bool SameText(Mention one, Mention other) => one.Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);
}
