using Bot.Cards;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Understanding.Dialogues;

namespace Bot.Asking;

/// <summary>A question with what is known of who asks it.</summary>
/// <param name="Text">As typed, without mentions.</param>
/// <param name="Locale">The language of the client; it decides only where the words do not.</param>
/// <param name="Dialogue">What was asked before in this conversation; null for nothing.</param>
/// <param name="Asker">The contact; null for a guest of the tenant.</param>
/// <param name="Surface">Where the card will be shown.</param>
internal sealed record Ask(string Text, Language Locale, DialogueState? Dialogue, Contact? Asker, Surface Surface)
{
    /// <summary>Whose share of the language model is used: the person, or else the conversation. Never sent to it.</summary>
    public string Person { get; init; } = "";

    /// <summary>Whether the rules answer it alone, whatever is configured.</summary>
    public bool ByRulesAlone { get; init; }

    /// <summary>Shows the asker a line while the answer is made; null where nobody would see it.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Where others read the answer; null where the asker is alone with the bot.</summary>
    public Overheard? Overheard { get; init; }
}
