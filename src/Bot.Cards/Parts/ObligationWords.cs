using System.Diagnostics;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Parts;

/// <summary>Plans and reports in words, with their states.</summary>
internal static class ObligationWords
{
    /// <summary>Whether the unit has still to issue it.</summary>
    public static bool IsOpen(ObligationState state) =>
        state is ObligationState.Missing or ObligationState.Overdue or ObligationState.Due or ObligationState.Upcoming;

    /// <summary>The state in two or three words.</summary>
    public static string State(Obligation obligation, Wording words) =>
        obligation switch
        {
            { State: ObligationState.Overdue, WorkingDaysLate: > 0 and var days } => words.Count("state.overdue.days", days),
            { State: ObligationState.Overdue } => words["state.overdue"],
            { State: ObligationState.Missing } => words["state.missing"],
            { State: ObligationState.Due, WorkingDaysLeft: 0 } => words["state.today"],
            { State: ObligationState.Due or ObligationState.Upcoming, WorkingDaysLeft: > 0 and var days } => words.Count(
                "state.left",
                days
            ),
            { State: ObligationState.Due or ObligationState.Upcoming } => words["state.upcoming"],
            { State: ObligationState.Issued } => words["state.issued"],
            { State: ObligationState.IssuedLate, WorkingDaysLate: > 0 and var days } => words.Count("state.late.days", days),
            { State: ObligationState.IssuedLate } => words["state.late"],
            { State: ObligationState.Waived } => words["state.waived"],
            _ => throw new UnreachableException(obligation.State.ToString()),
        };

    /// <summary>The state as a badge.</summary>
    public static CardElement Badge(Obligation obligation, Wording words)
    {
        var role = RoleOf(obligation.State);
        var icon = role switch
        {
            StateRole.Act => "ErrorCircle",
            StateRole.Good => "CheckmarkCircle",
            _ => "CalendarClock",
        };
        return StateBadge.Of(role, State(obligation, words), icon);
    }

    /// <summary>What the state asks of the reader.</summary>
    public static StateRole RoleOf(ObligationState state) =>
        state switch
        {
            ObligationState.Overdue or ObligationState.Missing => StateRole.Act,
            ObligationState.Due => StateRole.Watch,
            ObligationState.Issued or ObligationState.IssuedLate => StateRole.Good,
            _ => StateRole.Neutral,
        };

    /// <summary>The obligation in a sentence without a full stop: who has (not) issued what, and by which account.</summary>
    public static string Sentence(Obligation obligation, Wording words)
    {
        var unit = words.The(obligation.Unit);
        var plan = words.The(obligation.Type, obligation.Period);
        var asOf = obligation.Provenance.AsOf is { } day ? words.Say("obligation.asOf", words.Date(day)) : "";
        var deadline = obligation.Deadline is { } last ? words.Say("obligation.deadline", words.Date(last)) : "";
        var said = obligation.State switch
        {
            _ when IsOpen(obligation.State) && !obligation.Provenance.IsRecorded => words.Say("obligation.byRule", unit, plan, deadline),
            ObligationState.Missing => words.Say("obligation.missing", unit, plan, asOf),
            ObligationState.Overdue => words.Say("obligation.overdue", unit, plan, deadline),
            ObligationState.Due or ObligationState.Upcoming => words.Say("obligation.open", unit, plan, deadline),
            ObligationState.Issued or ObligationState.IssuedLate => words.Say(
                "obligation.issued",
                unit,
                plan,
                Document(obligation, words),
                asOf
            ),
            ObligationState.Waived => words.Say("obligation.waived", unit, plan),
            _ => throw new UnreachableException(obligation.State.ToString()),
        };
        return Texts.Capital(said);
    }

    /// <summary>The obligation as a row: what is owed, when, and its state at the right.</summary>
    public static ColumnSet Row(Obligation obligation, Wording words, bool withUnit) =>
        new([
            new([
                .. withUnit ? (IReadOnlyList<CardElement>)[Lines.Strong(words.Name(obligation.Unit))] : [],
                Lines.Body(words.Name(obligation.Type, obligation.Period)) with
                {
                    Spacing = Spacing.None,
                },
                Lines.Small(Detail(obligation, words)) with
                {
                    Spacing = Spacing.None,
                },
            ]),
            new([Badge(obligation, words)]) { Width = "auto", VerticalContentAlignment = VerticalAlignment.Center },
        ])
        {
            Separator = withUnit ? true : null,
        };

    /// <summary>The deadline, the document and the day of the record, in one line.</summary>
    public static string Detail(Obligation obligation, Wording words)
    {
        List<string> parts = [];
        if (words.ReportedDays(obligation.Type, obligation.Period) is { } days)
        {
            parts.Add(words.Say("row.reported", words.Date(days.First), words.Date(days.Last)));
        }

        if (obligation.Deadline is { } deadline)
        {
            parts.Add(words.Say("row.deadline", words.Date(deadline)));
        }

        if (!IsOpen(obligation.State) && obligation.State != ObligationState.Waived)
        {
            parts.Add(Texts.Capital(Document(obligation, words)));
        }

        if (obligation.Provenance.AsOf is { } asOf)
        {
            parts.Add(words.Say("row.asOf", words.Date(asOf)));
        }

        return parts.Count == 0 ? words["row.noDeadline"] : string.Join(" · ", parts);
    }

    private static string Document(Obligation obligation, Wording words) =>
        (obligation.DocumentNumber, obligation.IssuedOn) switch
        {
            ({ Length: > 0 } number, { } day) => words.Say("document.full", number, words.Date(day)),
            ({ Length: > 0 } number, null) => words.Say("document.number", number),
            (_, { } day) => words.Say("document.day", words.Date(day)),
            _ => words["document.none"],
        };
}
