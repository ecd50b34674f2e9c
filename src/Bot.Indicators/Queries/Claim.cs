namespace Bot.Indicators.Queries;

/// <summary>What the asker supposes of a figure ("đạt 90% phải không?"): it is answered with yes or no, and never taken over.</summary>
/// <param name="Comparator">How the figure is held against the number; <see cref="Comparator.AtLeast"/> for a plain "đạt 90%".</param>
/// <param name="Value">The number of the question, in the indicator's unit.</param>
public sealed record Claim(Comparator Comparator, decimal Value)
{
    /// <summary>The canonical text, <c>&gt;=90</c>.</summary>
    public override string ToString() => Comparators.Text(Comparator) + Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
