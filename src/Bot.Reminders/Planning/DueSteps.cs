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
        if (owed.IsDone)
        {
            return null;
        }

        var key = owed.Key.ToString();
        var before = opened.GetValueOrDefault(key);
        var ladder = before is null ? policy.LadderFor(owed.Key.Type, day) : Read(before.Ladder);
        if (ladder is null || Days(owed, before?.OpenedOn ?? day)?.LastBy(day, ladder) is not { } last)
        {
            return null;
        }

        return new DueStep(owed, key, ladder, last, before is null ? new OpenedLadder(key, day, Write(ladder)) : null);
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

        if (
            (before is null ? policy.LadderFor(owed.Key.Type, day) : Read(before.Ladder)) is not { } ladder
            || Days(owed, before?.OpenedOn ?? day) is not { } days
        )
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

        var rule = owed.Type.Deadline?.For(owed.Key.Period);
        var legal = rule is { } day && calendar.OnOrAfter(day) == deadline ? day : deadline;
        return new LadderDays(calendar.OnOrBefore(legal), deadline, calendar);
    }

    private Ladder Read(string text) => _read.TryGetValue(text, out var ladder) ? ladder : _read[text] = LadderText.Read(text);

    private string Write(Ladder ladder) => _written.TryGetValue(ladder, out var text) ? text : _written[ladder] = LadderText.Write(ladder);
}

/// <summary>An obligation and the step on which it stands.</summary>
/// <param name="Case">The obligation.</param>
/// <param name="Key">Its key as text.</param>
/// <param name="Ladder">The ladder that runs.</param>
/// <param name="Fell">The step and its day.</param>
/// <param name="Opens">What is to be kept because it opens with this step; null where it is open already.</param>
internal sealed record DueStep(ObligationCase Case, string Key, Ladder Ladder, StepDay Fell, OpenedLadder? Opens);
