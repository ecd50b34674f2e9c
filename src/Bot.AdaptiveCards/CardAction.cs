using Bot.AdaptiveCards.Actions;

namespace Bot.AdaptiveCards;

/// <summary>A button, or what a click on a row does.</summary>
/// <param name="Title">The button's label; for a row the words that a screen reader says.</param>
public abstract record CardAction(string Title) : CardPart
{
    /// <summary>Name of the action within its card; null: nobody refers to it.</summary>
    public string? Id { get; init; }

    /// <summary>How much the button stands out; null: like the others. Teams may ignore it.</summary>
    public ActionStyle? Style { get; init; }

    /// <summary>Secondary: behind the three dots; null: on the card.</summary>
    public ActionMode? Mode { get; init; }

    /// <summary>What tells buttons with the same label apart; null: the label says all.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Address of an icon, or <c>icon:Name</c> in Teams; null: none.</summary>
    public string? IconUrl { get; init; }

    /// <summary>What a host that does not know this action offers instead; null: nothing.</summary>
    public CardAction? Fallback { get; init; }

    internal sealed override void Write(CardWriter json)
    {
        json.Text("id", Id).Text("title", Title);
        WriteOwn(json);
        json.Word("style", Style).Word("mode", Mode).Text("tooltip", Tooltip).Text("iconUrl", IconUrl).Part("fallback", Fallback);
    }

    private protected abstract void WriteOwn(CardWriter json);
}
