using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;

namespace Bot.Indicators.Obligations;

/// <summary>Which obligation: one unit, one type, one period.</summary>
/// <param name="Unit">The unit that owes it.</param>
/// <param name="Type">What it owes.</param>
/// <param name="Period">For which period.</param>
public sealed record ObligationKey(OrgUnitCode Unit, ObligationTypeCode Type, Period Period)
{
    private const char Between = '|';

    /// <summary>Reads the form of <see cref="ToString"/> over a catalogue; null where it names what the catalogue does not know.</summary>
    public static ObligationKey? Find(string? text, Catalogue catalogue) =>
        text?.Split(Between) is [var unit, var type, var period]
        && catalogue.Unit(unit)?.Code is { } owner
        && catalogue.ObligationType(type)?.Code is { } what
        && Period.TryParse(period, out var when)
            ? new(owner, what, when)
            : null;

    /// <summary>The form of rows and card data, for instance <c>SYT|reform-plan|2023</c>.</summary>
    public override string ToString() => $"{Unit}{Between}{Type}{Between}{Period}";
}
