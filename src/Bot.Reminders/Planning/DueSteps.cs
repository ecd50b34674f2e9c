using Bot.Indicators.Obligations;
using Bot.Reminders.Policies;
using Bot.Store.Notices;

namespace Bot.Reminders.Planning;

/// <summary>The step of its ladder on which each unfinished obligation stands on a day: the last one that fell, so that steps missed before are not made up one by one.</summary>
internal sealed class DueSteps(
    DateOnly day,
    WorkingCalendar calendar,
    ReminderPolicy policy,
    IReadOnlyDictionary<string, OpenedLadder> opened
)
{
    // As far as anybody looks ahead, in working days; no ladder rests for longer.
    private const int Ahead = 60;

    private readonly Dictionary<string, Ladder> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<Ladder, string> _written = new(ReferenceEqualityComparer.Instance);

    /// <summary>Null where it is done, has no ladder, or its ladder has not begun.</summary>
    public DueStep? Of(ObligationCase owed)
    {
        var key = owed.Key.ToString();
        var before = opened.GetValueOrDefault(key);
        return
            !owed.IsDone
            && LadderOf(owed, before) is { } ladder
            && Days(owed, before?.OpenedOn ?? day) is { } days
            && days.LastBy(day, ladder) is { } last
            ? new DueStep(owed, key, ladder, last, owed.Obligation.LegalDeadline ?? before?.OpenedOn ?? day)
            : null;
    }

    /// <summary>
    /// What is to be kept because the obligation opens on that day, with its first step or when it falls due soon, so that a ladder that
    /// begins after the deadline runs as well; null where it is open already or does not open.
    /// </summary>
    public OpenedLadder? Opens(ObligationCase owed)
    {
        var key = owed.Key.ToString();
        return
            !owed.IsDone
            && !opened.ContainsKey(key)
            && LadderOf(owed, null) is { } ladder
            && (owed.Obligation.State is ObligationState.Due or ObligationState.Overdue || Of(owed) is not null)
            ? new OpenedLadder(key, day, Write(ladder))
            : null;
    }

    /// <summary>
    /// The next day after this one on which a step falls that tells the reader, if nothing is done meanwhile; null where none comes, or the
    /// obligation is one that planning leaves alone.
    /// </summary>
    public DateOnly? NextFor(ObligationCase owed, Predicate<LadderStep> tells)
    {
        var before = opened.GetValueOrDefault(owed.Key.ToString());
        if (owed.IsDone || before is null && !owed.IsRecorded && owed.Version == 0 && owed.Obligation.Deadline < day)
        {
            return null;
        }

        if (LadderOf(owed, before) is not { } ladder || Days(owed, before?.OpenedOn ?? day) is not { } days)
        {
            return null;
        }

        var today = calendar.Ordinal(day);
        for (var ahead = 1; ahead <= Ahead; ahead++)
        {
            var next = calendar.Nth(today + ahead);
            if (days.LastBy(next, ladder) is { } fell && fell.Day == next && tells(fell.Step))
            {
                return next;
            }
        }

        return null;
    }

    // Where the deadline is a day off, answers move it to the next working day; reminders before it count from the last one before it.
    private LadderDays? Days(ObligationCase owed, DateOnly openedOn)
    {
        if (owed.Obligation.Deadline is not { } deadline)
        {
            // A source calls it missing and nobody knows since when: it counts as overdue from the day on which it opened.
            return owed.Obligation.State == ObligationState.Missing
                ? new LadderDays(null, calendar.Nth(calendar.Ordinal(openedOn) - 1), calendar)
                : null;
        }

        return new LadderDays(calendar.OnOrBefore(owed.Obligation.LegalDeadline ?? deadline), deadline, calendar);
    }

    private Ladder? LadderOf(ObligationCase owed, OpenedLadder? before) =>
        before is null ? policy.LadderFor(owed.Key.Type, day) : Read(before.Ladder);

    private Ladder Read(string text) => _read.TryGetValue(text, out var ladder) ? ladder : _read[text] = LadderText.Read(text);

    private string Write(Ladder ladder) => _written.TryGetValue(ladder, out var text) ? text : _written[ladder] = LadderText.Write(ladder);
}

/// <summary>An obligation and the step on which it stands.</summary>
/// <param name="Case">The obligation.</param>
/// <param name="Key">Its key as text.</param>
/// <param name="Ladder">The ladder that runs.</param>
/// <param name="Fell">The step and its day.</param>
/// <param name="CountsFrom">The day that tells its ladder from one for another deadline: the deadline as it was set, or where none is known the day
/// on which it opened. No change of the calendar moves it.</param>
internal sealed record DueStep(ObligationCase Case, string Key, Ladder Ladder, StepDay Fell, DateOnly CountsFrom);
