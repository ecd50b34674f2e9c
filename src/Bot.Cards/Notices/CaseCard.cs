using Bot.AdaptiveCards.Teams;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>One obligation in its present state: the reminder, the request to the inspection team, and the card that a click leaves behind are this one.</summary>
internal static class CaseCard
{
    private const int Visible = 3;

    public static Draft Of(CaseView view, Wording words, CardContext context)
    {
        var buttons = CaseButtons.Of(view, words, context);
        var obligation = view.Case.Obligation;
        return new()
        {
            Badge = Head(view, words),
            Title = words.Say("obligation.of", words.Name(obligation.Type, obligation.Period), words.The(obligation.Unit)),
            Sentence = CaseWords.Sentence(view, words),
            Body =
            [
                view.Remark is { } remark ? Lines.Strong(remark) : null,
                Note(view, words) is { } note ? Lines.Body(note) : null,
                new FactSet(CaseFacts.Of(view, words)),
                view.Case.Marked is null ? null : Lines.Small(words.Say("note.waiting", words.The(obligation.Unit))),
                .. view.Case.Marked is null && obligation.Provenance.Source is not null ? Source(obligation, words) : [],
                Lines.SmallOrNone(Role(view, words)),
                view is { Case: { IsDone: false, Marked: null }, Occasion.LateBy: > 0 and var late }
                    ? Lines.Small(words.Count("notice.late", late))
                    : null,
            ],
            Buttons = [.. buttons.Take(Visible)],
            More = [.. buttons.Skip(Visible)],
        };
    }

    // Tables give the source's sentence as the obligation's note.
    private static IEnumerable<CardElement?> Source(Obligation obligation, Wording words) =>
        [
            SourceLine.Of([obligation.Provenance], words),
            obligation is { Note.Length: > 0, Provenance.Quote.Length: 0 } ? SourceLine.Quote(obligation.Note) : null,
        ];

    /// <summary>Why this person got it.</summary>
    public static string? Role(CaseView view, Wording words) =>
        view switch
        {
            { IsOwnUnit: true } => words.Say("role.unit", words.The(view.Case.Key.Unit)),
            { Reader.Role: Indicators.Contacts.Role.Inspector } => words["role.inspector"],
            _ => null,
        };

    // The contact book knows no heads of units: who passes it on to them is asked to, and the others are told so.
    private static string? Note(CaseView view, Wording words) =>
        view.Case.IsDone || view.Case.Marked is not null
            ? null
            : view.Occasion?.Wording switch
            {
                "escalated" => words.Say(view.IsOwnUnit ? "notice.escalated" : "notice.escalated.others", words.The(view.Case.Key.Unit)),
                "noContact" => words.Say("notice.noContact", words.The(view.Case.Key.Unit)),
                _ => null,
            };

    // Only a final state, or one that somebody must act on at once, gets a ground of its own.
    private static CardElement Head(CaseView view, Wording words) =>
        view.Case switch
        {
            { IsDone: true } => Banner(
                ContainerStyle.Good,
                "CheckmarkCircle",
                "✓",
                CaseWords.Done(view.Case, words),
                words["case.done.stop"]
            ),
            { Marked: not null } => Line(view, StateBadge.Of(StateRole.Waiting, words["badge.waiting"], "HourglassHalf"), words),
            { ExtensionAsked: not null } => Line(view, StateBadge.Of(StateRole.Waiting, words["badge.extension"], "HourglassHalf"), words),
            { Obligation: { State: ObligationState.Overdue, WorkingDaysLate: { } late } } => Banner(
                ContainerStyle.Attention,
                "ErrorCircle",
                "▲",
                words.Count("case.overdue", late),
                Topic(view, words)
            ),
            _ => Line(view, ObligationWords.Badge(view.Case.Obligation, words), words),
        };

    private static string Topic(CaseView view, Wording words) =>
        view is { Occasion: { } known, Trail.Days.Count: var before }
            ? words.Say("notice.reminder.nth", words.Number(before + 1), words.Date(known.Day))
        : view.Occasion is { } occasion ? words.Say("notice.reminder", words.Date(occasion.Day))
        : words.Say("notice.today", words.Date(words.Today));

    private static ColumnSet Line(CaseView view, CardElement badge, Wording words) =>
        new([
            new([Lines.Small(Topic(view, words))]) { VerticalContentAlignment = VerticalAlignment.Center },
            new([badge]) { Width = "auto", VerticalContentAlignment = VerticalAlignment.Center },
        ]);

    private static Container Banner(ContainerStyle style, string icon, string sign, string strong, string small) =>
        new([
            new ColumnSet([
                new([
                    new Icon(icon, new(sign) { Weight = TextWeight.Bolder })
                    {
                        Size = IconSize.Small,
                        Color = style == ContainerStyle.Attention ? TextColor.Attention : null,
                    },
                ])
                {
                    Width = "auto",
                },
                new([Lines.Strong(strong), Lines.Body(small) with { Spacing = Spacing.None }]),
            ]),
        ])
        {
            Style = style,
            ShowBorder = true,
            RoundedCorners = true,
        };
}
