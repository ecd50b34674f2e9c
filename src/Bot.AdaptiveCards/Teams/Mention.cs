namespace Bot.AdaptiveCards.Teams;

/// <summary>A person mentioned in a card.</summary>
/// <param name="Text">The literal text in the card, <c>&lt;at&gt;Name&lt;/at&gt;</c> with the name escaped for XML.</param>
/// <param name="Mentioned">Who is meant.</param>
public sealed record Mention(string Text, MentionedAccount Mentioned) : CardPart
{
    internal override string Type => "mention";

    internal override void Write(CardWriter json) => json.Text("text", Text).Part("mentioned", Mentioned);
}

/// <summary>The account behind a mention.</summary>
/// <param name="Id">Channel id, Entra object id or user principal name.</param>
/// <param name="Name">The name that is shown.</param>
public sealed record MentionedAccount(string Id, string Name) : CardPart
{
    internal override void Write(CardWriter json) => json.Text("id", Id).Text("name", Name);
}
