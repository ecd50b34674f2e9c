using Bot.Clocks;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Reminders.Digest;

namespace Bot.Tab;

/// <summary>Where an obligation stands on the dashboard: every one that counts is in exactly one place, so that the counts add up.</summary>
public enum Standing
{
    /// <summary>Not issued and past the deadline, or said to be missing without one.</summary>
    Late,

    /// <summary>Reported as issued and not confirmed, for those who may see reports.</summary>
    Waiting,

    /// <summary>Not issued and due within ten working days.</summary>
    Due,

    /// <summary>Not issued and due later.</summary>
    Upcoming,

    /// <summary>Issued, in time or late.</summary>
    Issued,
}

/// <summary>An obligation where it stands.</summary>
/// <param name="Case">The obligation.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record StandingCase(ObligationCase Case, Standing Standing);

/// <summary>How many obligations of a unit stand where.</summary>
/// <param name="Unit">The unit; null for the sum of several.</param>
/// <param name="Late">Overdue or missing.</param>
/// <param name="Waiting">Reported and not confirmed.</param>
/// <param name="Due">Due within ten working days.</param>
/// <param name="Upcoming">Due later.</param>
/// <param name="Issued">Issued.</param>
public sealed record StandingCounts(OrgUnitCode? Unit, int Late, int Waiting, int Due, int Upcoming, int Issued)
{
    /// <summary>All of them.</summary>
    public int Total => Late + Waiting + Due + Upcoming + Issued;

    /// <summary>Those of one standing.</summary>
    public int Of(Standing standing) =>
        standing switch
        {
            Standing.Late => Late,
            Standing.Waiting => Waiting,
            Standing.Due => Due,
            Standing.Upcoming => Upcoming,
            _ => Issued,
        };

    internal static StandingCounts Of(OrgUnitCode? unit, IEnumerable<StandingCase> cases)
    {
        var counts = new int[Enum.GetValues<Standing>().Length];
        foreach (var standing in cases.Select(c => c.Standing))
        {
            counts[(int)standing]++;
        }

        return new(
            unit,
            counts[(int)Standing.Late],
            counts[(int)Standing.Waiting],
            counts[(int)Standing.Due],
            counts[(int)Standing.Upcoming],
            counts[(int)Standing.Issued]
        );
    }
}

/// <summary>All obligations that count today, each where it stands for one reader.</summary>
internal sealed class Standings(WeeklyDigest digest, TimeProvider clock)
{
    /// <summary>The states that a page can be filtered by, as addresses write them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Standing>().Select(NameOf)];

    /// <summary>A state as an address writes it.</summary>
    public static string NameOf(Standing standing) => standing.ToString().ToLowerInvariant();

    /// <summary>The open ones of any period and the issued ones of this year; what a unit need not issue does not count.</summary>
    public async Task<IReadOnlyList<StandingCase>> OfAsync(Contact? reader, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return
        [
            .. (await digest.CasesAsync(today, cancellationToken))
                .Where(c => c.Obligation.State != ObligationState.Waived && (!c.IsDone || IsOfYear(c, today.Year)))
                .Select(c => new StandingCase(c, Of(c, reader)))
                .OrderBy(c => c.Standing)
                .ThenByDescending(c => c.Case.Obligation.WorkingDaysLate)
                .ThenBy(c => c.Case.Obligation.Deadline ?? DateOnly.MaxValue)
                .ThenBy(c => c.Case.Key.Unit),
        ];
    }

    private static Standing Of(ObligationCase about, Contact? reader) =>
        about.Obligation.State switch
        {
            ObligationState.Issued or ObligationState.IssuedLate => Standing.Issued,
            _ when about.Marked is not null && Rights.MayReadProposed(reader, about.Key.Unit) => Standing.Waiting,
            ObligationState.Overdue or ObligationState.Missing => Standing.Late,
            ObligationState.Due => Standing.Due,
            _ => Standing.Upcoming,
        };

    private static bool IsOfYear(ObligationCase about, int year) => about.Key.Period.First.Year <= year && year <= about.Key.Period.EndYear;
}
