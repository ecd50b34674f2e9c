using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>Several obligations of one recipient in one card, the most urgent first; each opens its own.</summary>
internal static class ReminderCard
{
    private const int Most = 7;

    public static Draft Of(IReadOnlyList<CaseView> views, Wording words, CardContext context)
    {
        if (views is [var only])
        {
            return CaseCard.Of(only, words, context);
        }

        List<CaseView> open = [.. views.Where(v => !v.Case.IsDone)];
        List<OrgUnitCode> units = [.. views.Select(v => v.Case.Key.Unit).Distinct()];
        var overdue = open.Count(v => v.Case.Obligation.State == ObligationState.Overdue);
        var who = units is [var unit] ? words.The(unit) : words.Count("count.unit", units.Count);
        var said = words.Count("reminder.several", open.Count, who);
        return new()
        {
            Badge = Lines.Small(words.Say("notice.reminder", words.Date(views[0].Occasion?.Day ?? words.Today))),
            Sentence = Texts.Sentence(
                open.Count == 0 ? words.Say("reminder.none", who)
                : overdue > 0 ? words.Count("obligations.overdue", overdue, said)
                : said
            ),
            Body =
            [
                .. views.Take(Most).Select(v => Row(v, views, words, context)),
                views.Count > Most ? Lines.Small(words.Count("rest", views.Count - Most)) : null,
                Lines.Small(words["reminder.open"]),
                Lines.SmallOrNone(CaseCard.Role(views[0], words)),
                views.Max(v => v.Occasion?.LateBy) is > 0 and { } late ? Lines.Small(words.Count("notice.late", late)) : null,
            ],
            Buttons =
            [
                Buttons.Ask(
                    words["act.list"],
                    new ObligationsQuery
                    {
                        Units = UnitSet.Of([.. units]),
                        States = [ObligationState.Missing, ObligationState.Overdue, ObligationState.Due],
                    },
                    context
                ),
            ],
        };
    }

    private static Container Row(CaseView view, IReadOnlyList<CaseView> all, Wording words, CardContext context)
    {
        var obligation = view.Case.Obligation;
        var plan = words.Name(obligation.Type, obligation.Period);
        return new([
            new ColumnSet([
                new([Lines.Strong(plan), Lines.Small(Detail(obligation, words)) with { Spacing = Spacing.None }]),
                new([Badge(view, words)]) { Width = "auto", VerticalContentAlignment = VerticalAlignment.Center },
                new([new TextBlock("›") { Size = TextSize.Large, Color = TextColor.Accent }])
                {
                    Width = "auto",
                    VerticalContentAlignment = VerticalAlignment.Center,
                },
            ]),
        ])
        {
            Style = ContainerStyle.Emphasis,
            RoundedCorners = true,
            MinHeight = "44px",
            Spacing = Spacing.Small,
            SelectAction = Buttons.Click(
                words.Say("obligation.of", plan, words.The(obligation.Unit)),
                ObligationVerbs.Open,
                context,
                CaseButtons.Data(view with { Among = [.. all.Select(v => v.Case.Key)] }, context)
            ),
        };
    }

    private static string Detail(Obligation obligation, Wording words) =>
        obligation.Deadline is { } deadline
            ? words.Say("row.unit", words.Name(obligation.Unit), words.Say("row.deadline", words.Date(deadline)))
            : words.Name(obligation.Unit);

    private static CardElement Badge(CaseView view, Wording words) =>
        view.Case switch
        {
            { Marked: not null } => StateBadge.Of(StateRole.Waiting, words["badge.waiting"], "HourglassHalf"),
            { ExtensionAsked: not null } => StateBadge.Of(StateRole.Waiting, words["badge.extension"], "HourglassHalf"),
            { Returned: not null } => StateBadge.Of(StateRole.Act, words["badge.returned"], "ErrorCircle"),
            var about => ObligationWords.Badge(about.Obligation, words),
        };
}
