using Bot.Cards.Notices;
using Bot.Clocks;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Reminders.Actions;
using Bot.Store.Catalogues;
using Bot.Store.Notices;

namespace Bot.Tab;

/// <summary>What the overview shows.</summary>
/// <param name="Sum">All obligations of the units that are asked for, whatever their state.</param>
/// <param name="Units">The units on this page, the worst first.</param>
/// <param name="Cases">The obligations of the state that is asked for, on this page; empty where none is.</param>
/// <param name="Pages">How many pages there are of what is listed.</param>
/// <param name="Count">How many units, or obligations, are listed on all pages.</param>
public sealed record OverviewView(
    StandingCounts Sum,
    IReadOnlyList<StandingCounts> Units,
    IReadOnlyList<StandingCase> Cases,
    int Pages,
    int Count
)
{
    /// <summary>The next deadline; null where nothing is due.</summary>
    public DateOnly? NextDeadline { get; init; }

    /// <summary>By how many working days the latest is overdue; null where nothing is.</summary>
    public int? LongestLate { get; init; }

    /// <summary>What waits to be confirmed, for those who may do it or see it.</summary>
    public IReadOnlyList<CaseView> Waiting { get; init; } = [];

    /// <summary>What changed in the seven days that are asked for.</summary>
    public required WeekView Week { get; init; }

    /// <summary>What became of the notices of today; null for those who may not see it.</summary>
    public DeliverySum? Today { get; init; }
}

/// <summary>Gathers the overview.</summary>
internal sealed class Overviews(
    Standings standings,
    CatalogueCache catalogues,
    CaseViews views,
    NoticeLedger ledger,
    WeekChanges changes,
    TimeProvider clock
)
{
    private const int OnPage = 20;

    public async Task<OverviewView> OfAsync(TabAddress asked, Contact? reader, CancellationToken cancellationToken)
    {
        var catalogue = catalogues.Current;
        var cases = await CasesAsync(asked, reader, catalogue, cancellationToken);
        List<StandingCounts> units =
        [
            .. cases
                .GroupBy(c => c.Case.Key.Unit)
                .Select(unit => StandingCounts.Of(unit.Key, unit))
                .OrderByDescending(u => u.Late)
                .ThenByDescending(u => u.Waiting)
                .ThenByDescending(u => u.Due)
                .ThenBy(u => u.Unit),
        ];
        List<StandingCase> chosen = asked.State is { } state ? [.. cases.Where(c => Standings.NameOf(c.Standing) == state)] : [];
        var count = asked.State is null ? units.Count : chosen.Count;
        var waiting = cases.Where(c => c.Standing == Standing.Waiting || IsAsked(c.Case, reader));
        return new(
            StandingCounts.Of(null, cases),
            asked.State is null ? Page(units, asked) : [],
            Page(chosen, asked),
            Math.Max(1, (count + OnPage - 1) / OnPage),
            count
        )
        {
            NextDeadline = cases.Where(c => c.Standing == Standing.Due).Min(c => c.Case.Obligation.Deadline),
            LongestLate = cases.Where(c => c.Standing == Standing.Late).Max(c => c.Case.Obligation.WorkingDaysLate),
            Waiting = [.. waiting.Select(c => views.Of(c.Case, reader, clock.Today))],
            Week = await changes.OfAsync(cases, asked.Until, reader, cancellationToken),
            Today = Rights.MaySeeDeliveries(reader)
                ? DeliverySum.Of(await ledger.DeliveriesSinceAsync(clock.Today, cancellationToken))
                : null,
        };
    }

    // All that the address asks for but the state.
    private async Task<IReadOnlyList<StandingCase>> CasesAsync(
        TabAddress asked,
        Contact? reader,
        Catalogue catalogue,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await standings.OfAsync(reader, cancellationToken)).Where(c =>
                catalogue[c.Case.Key.Unit] is var unit
                && (asked.Kind is not { } kind || Indicators.OrgUnitKinds.Text(unit.Kind) == kind)
                && NameSearch.Finds(asked.Search, unit)
            ),
        ];

    private static bool IsAsked(ObligationCase about, Contact? reader) =>
        about.ExtensionAsked is not null && about.Marked is null && Rights.MayReadProposed(reader, about.Key.Unit);

    private static List<T> Page<T>(List<T> all, TabAddress asked) =>
        asked.Csv ? all : [.. all.Skip((asked.Page - 1) * OnPage).Take(OnPage)];
}
