using System.Globalization;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>
/// The card of several that an obligation was opened from, and the part of it that was shown. However many there are, a button carries
/// little of it: the notice is named, and what it is about is read from the store.
/// </summary>
public sealed record CaseList
{
    private const int MostKeys = 20;

    /// <summary>The message of the notice that the card was posted with; null where it answered a wish in chat.</summary>
    public long? Notice { get; init; }

    /// <summary>What the card is about where no notice says it.</summary>
    public ValueList<ObligationKey> Keys { get; init; }

    /// <summary>The only unit that is shown; null for all.</summary>
    public OrgUnitCode? Unit { get; init; }

    /// <summary>How many entries stand before the first one shown.</summary>
    public int From { get; init; }

    /// <summary>A card that answers in chat; null where it is about more than its buttons can carry.</summary>
    internal static CaseList? Of(IReadOnlyList<CaseView> views) =>
        views.Count > MostKeys ? null : new() { Keys = [.. views.Select(view => view.Case.Key)] };

    /// <summary>Reads what a button carried; null where it names no card of several.</summary>
    /// <param name="text">What was carried under a name.</param>
    /// <param name="catalogue">The units and types that there are.</param>
    public static CaseList? Read(Func<string, string?> text, Catalogue catalogue)
    {
        var list = new CaseList
        {
            Notice = long.TryParse(text(ObligationVerbs.Notice), NumberStyles.None, CultureInfo.InvariantCulture, out var notice)
                ? notice
                : null,
            Keys =
            [
                .. (text(ObligationVerbs.Among) ?? "")
                    .Split(ObligationVerbs.Between, StringSplitOptions.RemoveEmptyEntries)
                    .Select(key => ObligationKey.Find(key, catalogue))
                    .OfType<ObligationKey>()
                    .Take(MostKeys),
            ],
            Unit = text(ObligationVerbs.Unit) is { } unit ? catalogue.Unit(unit)?.Code : null,
            From = int.TryParse(text(ObligationVerbs.From), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0,
        };
        return list.Notice is null && list.Keys.IsEmpty ? null : list;
    }

    /// <summary>Adds what a button carries of it.</summary>
    internal Dictionary<string, string> In(Dictionary<string, string> data)
    {
        if (Notice is { } notice)
        {
            data[ObligationVerbs.Notice] = notice.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            data[ObligationVerbs.Among] = CaseButtons.Keys(Keys);
        }

        if (Unit is { } unit)
        {
            data[ObligationVerbs.Unit] = unit.ToString();
        }

        if (From > 0)
        {
            data[ObligationVerbs.From] = From.ToString(CultureInfo.InvariantCulture);
        }

        return data;
    }
}
