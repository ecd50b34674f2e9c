using Bot.Clocks;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Store.Audit;

namespace Bot.Tab;

/// <summary>What changed in seven days.</summary>
/// <param name="Last">The last of the days.</param>
/// <param name="Events">What happened to obligations, newest first; the first few.</param>
/// <param name="FactChanges">How often facts were changed, by action; empty for those who may not see it.</param>
/// <param name="Count">How many changes there were.</param>
/// <param name="Before">How many there were in the seven days before.</param>
public sealed record WeekView(
    DateOnly Last,
    IReadOnlyList<WeekEvent> Events,
    IReadOnlyDictionary<string, int> FactChanges,
    int Count,
    int Before
)
{
    /// <summary>How many days a week has.</summary>
    public const int Days = 7;

    /// <summary>The first of the days.</summary>
    public DateOnly First => Last.AddDays(1 - Days);
}

/// <summary>Something that happened to an obligation.</summary>
/// <param name="Case">The obligation.</param>
/// <param name="Event">What happened.</param>
public sealed record WeekEvent(ObligationCase Case, ObligationEvent Event);

/// <summary>Gathers what changed in seven days, and how many changes there were in the seven before.</summary>
internal sealed class WeekChanges(AuditLog audit, TimeProvider clock)
{
    private const int MostEvents = 8;
    private static readonly string[] OfFacts = ["import", "fact/approve", "fact/correct", "fact/reject", "fact/withdraw"];

    /// <summary>Those of the days up to that one; null, or a day to come, is today.</summary>
    public async Task<WeekView> OfAsync(
        IReadOnlyList<StandingCase> cases,
        DateOnly? until,
        Contact? reader,
        CancellationToken cancellationToken
    )
    {
        var last = until is { } day && day < clock.Today ? day : clock.Today;
        var events = Events(cases, last, reader);
        var facts = await FactsAsync(last, reader, cancellationToken);
        var before = last.AddDays(-WeekView.Days);
        return new(
            last,
            [.. events.Take(MostEvents)],
            facts,
            events.Count + facts.Values.Sum(),
            Events(cases, before, reader).Count + (await FactsAsync(before, reader, cancellationToken)).Values.Sum()
        );
    }

    // What an inspector decided is public; what was reported or asked is for those who may see reports.
    private static List<WeekEvent> Events(IReadOnlyList<StandingCase> cases, DateOnly last, Contact? reader) =>
        [
            .. cases
                // Of the same moment, what came last stands first.
                .SelectMany(c => c.Case.Events.Reverse().Select(e => new WeekEvent(c.Case, e)))
                .Where(e => CityDay.Of(e.Event.At) is var day && day <= last && day > last.AddDays(-WeekView.Days))
                .Where(e =>
                    e.Event.Step is ObligationStep.Confirmed or ObligationStep.ExtensionGranted
                    || Rights.MayReadProposed(reader, e.Case.Key.Unit)
                )
                .OrderByDescending(e => e.Event.At),
        ];

    private async Task<IReadOnlyDictionary<string, int>> FactsAsync(DateOnly last, Contact? reader, CancellationToken cancellationToken)
    {
        if (!Rights.MaySeeDeliveries(reader))
        {
            return new Dictionary<string, int>();
        }

        var end = CityDay.At(last.AddDays(1), TimeOnly.MinValue);
        var actions = await audit.ActionsAsync(end.AddDays(-WeekView.Days), end, cancellationToken);
        return OfFacts.Where(actions.ContainsKey).ToDictionary(action => action, action => actions[action]);
    }
}
