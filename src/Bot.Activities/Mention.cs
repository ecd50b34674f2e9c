using System.Net;
using System.Text.Json;

namespace Bot.Activities;

/// <summary>A mention of an account in a message's text. Teams splits a name of several words into several mentions with one id (bot-protocol 1.5).</summary>
/// <param name="Id">Id of the account mentioned.</param>
/// <param name="Text">The words in the message's text, exactly.</param>
public sealed record Mention(string Id, string Text)
{
    /// <summary>The mention that an entity holds; null when it is no mention or malformed.</summary>
    public static Mention? From(Entity entity)
    {
        if (
            entity.Type != "mention"
            || entity.Members is null
            || !entity.Members.TryGetValue("mentioned", out var mentioned)
            || TextOf(mentioned, "id") is not { } id
        )
        {
            return null;
        }
        var text = entity.Text("text") ?? (TextOf(mentioned, "name") is { Length: > 0 } name ? $"<at>{name}</at>" : null);
        return string.IsNullOrEmpty(text) ? null : new Mention(id, text);
    }

    /// <summary>A mention of the account for a message that the bot sends; its <see cref="Text"/> must stand in the message's text exactly.</summary>
    public static Mention Of(ChannelAccount account) => new(account.Id, $"<at>{Escape(account.Name ?? account.Id)}</at>");

    /// <summary>The entity that goes with the text.</summary>
    public Entity ToEntity()
    {
        var name = WebUtility.HtmlDecode(Text.Replace("<at>", "", StringComparison.Ordinal).Replace("</at>", "", StringComparison.Ordinal));
        var mentioned = RawJson.From(new ChannelAccount { Id = Id, Name = name }, ActivityJsonContext.Wire.ChannelAccount);
        return new Entity
        {
            Type = "mention",
            Members = new Dictionary<string, JsonElement>
            {
                ["text"] = RawJson.From(Text, ActivityJsonContext.Wire.String).Parse(),
                ["mentioned"] = mentioned.Parse(),
            },
        };
    }

    // Not WebUtility.HtmlEncode: that turns Vietnamese letters into numbers.
    private static string Escape(string name) =>
        name.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string? TextOf(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
