using Bot.Indicators.Contacts;

namespace Bot.Indicators.Obligations;

/// <summary>What would go out on one day under today's data.</summary>
/// <param name="Day">A working day.</param>
/// <param name="Cards">One for each recipient of reminders.</param>
/// <param name="Digests">How many recipients get the weekly digest on that day.</param>
public sealed record PreviewDay(DateOnly Day, ValueList<PreviewedCard> Cards, int Digests);

/// <summary>One card that would go out.</summary>
/// <param name="Recipient">To whom; null for a channel of the inspection team.</param>
/// <param name="Obligations">Of what, the most urgent first.</param>
/// <param name="SuppressedBecause">Why it would not be sent after all, as the accounting words it; null where it would.</param>
public sealed record PreviewedCard(Contact? Recipient, ValueList<ObligationKey> Obligations, string? SuppressedBecause);
