namespace Bot.AdaptiveCards.Elements;

/// <summary>Pairs of a short title and its value, one a line.</summary>
/// <param name="Facts">The pairs in reading order.</param>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement
{
    internal override string Type => "FactSet";

    private protected override void WriteOwn(CardWriter json) => json.Parts("facts", Facts);
}

/// <summary>One pair of a <see cref="FactSet"/>.</summary>
/// <param name="Title">Two words at most: longer ones wrap on phones.</param>
/// <param name="Value">What is so; Markdown.</param>
public sealed record Fact(string Title, string Value) : CardPart
{
    internal override void Write(CardWriter json) => json.Text("title", Title).Text("value", Value);
}
