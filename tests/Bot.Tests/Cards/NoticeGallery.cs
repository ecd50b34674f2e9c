using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using static Bot.Testing.Figures;

namespace Bot.Tests.Cards;

/// <summary>Every card about obligations, by the name of its golden file.</summary>
internal static class NoticeGallery
{
    private static readonly Occasion First = new(Gallery.Today, "overdue");
    private static readonly ReminderTrail Begun = new() { Next = new(2023, 4, 10) };
    private static readonly ReminderTrail Known = new()
    {
        Days = [new(2022, 12, 30), new(2023, 3, 20), new(2023, 3, 27)],
        Officials = [Cases.Official],
        Inspectors = true,
        Channel = true,
        Next = new(2023, 4, 10),
    };
    private static readonly ReminderTrail Long = Known with
    {
        Days = [.. Enumerable.Range(1, 6).Select(static n => new DateOnly(2023, 2, 13).AddDays(7 * n))],
        Officials = [],
        Channel = false,
    };

    public static IEnumerable<(string Name, CardMessage Message)> For(CardContext context)
    {
        CardMessage One(CaseView view) => ObligationCards.Of([view], context);
        yield return ("reminder-overdue", One(Cases.View(Cases.Overdue(), Cases.Official, First) with { Trail = Long }));
        yield return (
            "reminder-due",
            One(Cases.View(Cases.Due(), Cases.Official, First with { Wording = "upcoming" }) with { Trail = Begun })
        );
        yield return ("reminder-late", One(Cases.View(Cases.Missing(), Cases.Official, First with { LateBy = 2 })));
        yield return (
            "reminder-inspector",
            One(Cases.View(Cases.Overdue(Cases.Acknowledged), Cases.Inspector, First) with { Trail = Known })
        );
        yield return ("reminder-guest", One(Cases.View(Cases.Overdue(), null)));
        yield return ("reminder-escalated", One(Cases.View(Cases.Overdue(), Cases.Official, First with { Wording = "escalated" })));
        yield return (
            "reminder-escalated-inspector",
            One(Cases.View(Cases.Overdue(), Cases.Inspector, First with { Wording = "escalated" }))
        );
        yield return ("reminder-nobody", One(Cases.View(Cases.Overdue(), Cases.Inspector, First with { Wording = "noContact" })));
        yield return ("waiting-official", One(Cases.View(Cases.Overdue(Cases.Marked), Cases.Official)));
        yield return ("waiting-inspector", One(Cases.View(Cases.Overdue(Cases.Marked), Cases.Inspector)));
        yield return ("returned-official", One(Cases.View(Cases.Overdue(Cases.Marked, Cases.Returned), Cases.Official)));
        yield return ("extension-inspector", One(Cases.View(Cases.Due(Cases.Asked), Cases.Inspector)));
        yield return ("done", One(Cases.View(Cases.Done(), Cases.Official)));
        yield return (
            "outdated",
            One(Cases.View(Cases.Done(), Cases.Inspector) with { Remark = ObligationCards.Changed(Cases.Done(), context) })
        );
        yield return (
            "reminder-several",
            ObligationCards.Of(
                [
                    Cases.View(Cases.Overdue(), Cases.Inspector, First),
                    Cases.View(Cases.Other(Transport), Cases.Inspector, First),
                    Cases.View(Cases.Other(Zones), Cases.Inspector, First),
                ],
                context
            )
        );
        var list = new CaseList { Notice = 4711 };
        var nine = Owed(Health).Take(9).ToList();
        var many = Owed([.. context.Catalogue.Units.Select(unit => unit.Code)]).Take(200).ToList();
        yield return ("reminder-nine", ObligationCards.Of(nine, context, list));
        yield return ("reminder-nine-rest", ObligationCards.Of(nine, context, list with { From = 7 }));
        yield return ("reminder-many", ObligationCards.Of(many, context, list));
        yield return ("reminder-many-unit", ObligationCards.Of(many, context, list with { Unit = Transport, From = 7 }));
        foreach (
            var action in (ObligationAction[])
                [
                    ObligationAction.MarkIssued,
                    ObligationAction.Return,
                    ObligationAction.Snooze,
                    ObligationAction.RequestExtension,
                    ObligationAction.GrantExtension,
                    ObligationAction.RefuseExtension,
                ]
        )
        {
            yield return (
                $"form-{action}",
                ObligationCards.Form(action, Cases.View(Cases.Due(Cases.Asked), Cases.Official), FormState.Empty, context)
            );
        }

        yield return (
            "form-errors",
            ObligationCards.Form(
                ObligationAction.MarkIssued,
                Cases.View(Cases.Overdue(), Cases.Official),
                new(
                    new Dictionary<string, string>
                    {
                        ["documentNumber"] = "abc",
                        ["issuedOn"] = "2023-12-01",
                        ["link"] = "ftp://x",
                    },
                    [
                        new("documentNumber", FieldFault.NumberAbsurd),
                        new("issuedOn", FieldFault.IssuedInFuture, context.Today),
                        new("link", FieldFault.LinkWrong),
                    ]
                ),
                context
            )
        );
        yield return ("why", ObligationCards.Why(Cases.View(Cases.Overdue(), Cases.Official, First), context));
        yield return ("denied-unit", ObligationCards.Denied(ObligationAction.MarkIssued, Health, context));
        yield return ("warning", ObligationCards.Warning(context.Today, context));
        yield return ("digest", ObligationCards.Digest(Digest(context), context));
        yield return ("digest-empty", ObligationCards.Digest(new() { Day = context.Today }, context));
        yield return ("preview", ObligationCards.Preview(Preview(context.Today), new(), context));
        yield return ("preview-none", ObligationCards.Preview([], new() { Days = 30 }, context));
        yield return ("channel-offer", ObligationCards.Channel(isChosen: false, context));
        yield return ("channel-chosen", ObligationCards.Channel(isChosen: true, context));
        yield return (
            "undelivered",
            ObligationCards.Undelivered(
                [
                    new("Nguyễn Thị An", "reminder", "the recipient has blocked the bot", MayBeSentAgain: true),
                    new(null, "digest", "the app is not installed in the conversation", MayBeSentAgain: true),
                    new(null, "", "the turn failed: 503", MayBeSentAgain: false),
                ],
                context
            )
        );
        yield return (
            "wish-issued",
            ObligationCards.ConfirmIssued(
                Cases.View(Cases.Overdue(), Cases.Official),
                new(new Dictionary<string, string> { ["documentNumber"] = "35/KH-SYT", ["issuedOn"] = "2023-03-31" }, []),
                context
            )
        );
        yield return ("wish-remind", ObligationCards.ConfirmRemind([Cases.View(Cases.Overdue(), Cases.Inspector)], 1, context));
    }

    // The oldest first.
    private static IEnumerable<CaseView> Owed(params OrgUnitCode[] units) =>
        from year in Enumerable.Range(2008, 16)
        from type in (ObligationTypeCode[])[DigitalPlan, ReformPlan]
        from unit in units
        let owed = Cases.Overdue()
        let late = (2023 - year) * 250 + 24
        select Cases.View(
            owed with
            {
                Key = new(unit, type, Period.Year(year)),
                Type = Catalogue[type],
                Obligation = owed.Obligation with
                {
                    Unit = unit,
                    Type = type,
                    Period = Period.Year(year),
                    Deadline = new(year, 2, 28),
                    WorkingDaysLate = late,
                },
            },
            Cases.Inspector,
            First
        ) with
        {
            IsPosted = true,
        };

    private static PreviewDay[] Preview(DateOnly today) =>
        [
            new(
                today,
                [
                    new(Cases.Official, [Cases.Overdue().Key], null),
                    new(Cases.Inspector, [Cases.Overdue().Key, Cases.Other(Transport).Key, Cases.Other(Zones).Key], null),
                    new(null, [Cases.Overdue().Key], null),
                ],
                2
            ),
            new(today.AddDays(1), [new(Cases.Official, [Cases.Other(Zones).Key], $"paused until {today.AddDays(7):yyyy-MM-dd}")], 0),
        ];

    private static DigestSummary Digest(CardContext context) =>
        new()
        {
            Day = context.Today,
            Overdue = [Cases.Overdue()],
            DueSoon = [Cases.Other(Transport), Cases.Other(Zones)],
            Waiting = [Cases.Overdue(Cases.Marked)],
            Units = [new(Health, 0, 1, 0, 1), new(Transport, 0, 0, 1, 2), new(Zones, 0, 0, 1, 0)],
        };
}
