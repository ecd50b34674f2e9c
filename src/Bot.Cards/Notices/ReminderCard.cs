using Bot.AdaptiveCards.Actions;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>Several obligations of one recipient in one card, the most urgent first; each opens its own, and of many each unit opens its own.</summary>
internal static class ReminderCard
{
    private const int Most = 7;

    public static Draft Of((IReadOnlyList<CaseView> Views, CaseList? List) about, Wording words, CardContext context)
    {
        if (about.Views is [var only])
        {
            return CaseCard.Of(only, words, context);
        }

        var list = about.List ?? CaseList.Of(about.Views);
        var views = list?.Unit is { } one ? [.. about.Views.Where(v => v.Case.Key.Unit == one)] : about.Views;
        List<List<CaseView>> byUnit = [.. views.GroupBy(v => v.Case.Key.Unit).Select(unit => unit.ToList())];
        var isByUnit = list is not null && views.Count > Most && byUnit.Count > 1;
        var entries = isByUnit ? byUnit : [.. views.Select(v => new List<CaseView> { v })];
        var pages = Math.Max(1, (entries.Count + Most - 1) / Most);
        var page = Math.Clamp((list?.From ?? 0) / Most, 0, pages - 1);
        var here = list is null ? null : list with { From = page * Most };
        return new()
        {
            Badge = Lines.Small(words.Say("notice.reminder", words.Date(about.Views[0].Occasion?.Day ?? words.Today))),
            Sentence = Texts.Sentence(Sentence(views, [.. byUnit.Select(unit => unit[0].Case.Key.Unit)], words)),
            Body =
            [
                .. entries.Skip(page * Most).Take(Most).Select(entry => Row(entry, here, words, context)),
                pages == 1 ? null
                : here is null ? Lines.Small(words.Count("rest", entries.Count - Most))
                : Lines.Small(words.Say("tab.pages.at", words.Number(page + 1), words.Number(pages))),
                Lines.Small(words[isByUnit ? "reminder.open.units" : "reminder.open"]),
                Lines.SmallOrNone(CaseCard.Role(about.Views[0], words)),
                about.Views.Max(v => v.Occasion?.LateBy) is > 0 and { } late ? Lines.Small(words.Count("notice.late", late)) : null,
            ],
            Buttons =
            [
                here is not null && page + 1 < pages ? Show(words["review.next"], here with { From = here.From + Most }, context) : null,
                Before(here, about.Views, words, context),
                isByUnit ? null : Open([.. byUnit.Select(unit => unit[0].Case.Key.Unit)], words, context),
            ],
        };
    }

    /// <summary>Shows that part of the card.</summary>
    public static CardAction Show(string title, CaseList list, CardContext context) =>
        Buttons.Click(title, ObligationVerbs.Open, context, list.In([]), AssociatedInputs.None);

    private static string Sentence(IReadOnlyList<CaseView> views, IReadOnlyList<OrgUnitCode> units, Wording words)
    {
        var who = units is [var unit] ? words.The(unit) : words.Count("count.unit", units.Count);
        return Counted(views, words, open => words.Count("reminder.several", open, who)) ?? words.Say("reminder.none", who);
    }

    // Null where nothing is left to do.
    private static string? Counted(IReadOnlyList<CaseView> views, Wording words, Func<int, string> say)
    {
        var open = views.Count(v => !v.Case.IsDone);
        var overdue = views.Count(v => v.Case is { IsDone: false, Obligation.State: ObligationState.Overdue });
        return open == 0 ? null
            : overdue > 0 ? words.Count("obligations.overdue", overdue, say(open))
            : say(open);
    }

    // The part before this one; from the first of a unit, the units.
    private static CardAction? Before(CaseList? here, IReadOnlyList<CaseView> all, Wording words, CardContext context)
    {
        if (here is { From: > 0 })
        {
            return Show(words["review.previous"], here with { From = here.From - Most }, context);
        }

        if (here?.Unit is not { } unit)
        {
            return null;
        }

        var before = all.Select(v => v.Case.Key.Unit).Distinct().TakeWhile(other => other != unit).Count();
        return Show(words["act.back"], here with { Unit = null, From = before / Most * Most }, context);
    }

    private static CardAction Open(IReadOnlyList<OrgUnitCode> units, Wording words, CardContext context) =>
        Buttons.Ask(
            words["act.list"],
            new ObligationsQuery
            {
                Units = UnitSet.Of([.. units]),
                States = [ObligationState.Missing, ObligationState.Overdue, ObligationState.Due],
            },
            context
        );

    private static Container Row(List<CaseView> entry, CaseList? here, Wording words, CardContext context) =>
        entry is [var only] ? Item(only, here, words, context) : Unit(entry, here!, words, context);

    private static Container Item(CaseView view, CaseList? here, Wording words, CardContext context)
    {
        var obligation = view.Case.Obligation;
        var plan = words.Name(obligation.Type, obligation.Period);
        return Frame(
            plan,
            Detail(obligation, words),
            Badge(view, words),
            Buttons.Click(
                words.Say("obligation.of", plan, words.The(obligation.Unit)),
                ObligationVerbs.Open,
                context,
                CaseButtons.Data(view with { Among = here }, context)
            )
        );
    }

    private static Container Unit(List<CaseView> owed, CaseList here, Wording words, CardContext context)
    {
        var unit = owed[0].Case.Key.Unit;
        return Frame(
            words.Name(unit),
            Counted(owed, words, open => words.Count("reminder.unit", open)) ?? words["reminder.unit.none"],
            Badge(owed.Find(v => !v.Case.IsDone) ?? owed[0], words),
            Show(words.Name(unit), here with { Unit = unit, From = 0 }, context)
        );
    }

    private static Container Frame(string name, string detail, CardElement badge, CardAction opens) =>
        new([
            new ColumnSet([
                new([Lines.Strong(name), Lines.Small(detail) with { Spacing = Spacing.None }]),
                new([badge]) { Width = "auto", VerticalContentAlignment = VerticalAlignment.Center },
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
            SelectAction = opens,
        };

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
