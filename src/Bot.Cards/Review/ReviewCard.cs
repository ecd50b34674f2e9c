using Bot.Indicators.Proposals;

namespace Bot.Cards.Review;

/// <summary>What was found in a document, four proposals a page: by unit, what needs a closer look first, each with its quote.</summary>
internal static class ReviewCard
{
    private const int OnPage = 4;

    public static Draft Of(DocumentReview review, int page, string? remark, Wording words, CardContext context)
    {
        List<ReviewedFact> all =
        [
            .. review
                .Facts.GroupBy(f => f.Unit)
                .SelectMany(unit => unit.OrderBy(f => f.State == ProposalState.Proposed ? f.Doubts.IsEmpty : true)),
        ];
        var pages = Math.Max(1, (all.Count + OnPage - 1) / OnPage);
        page = Math.Clamp(page, 1, pages);
        var shown = all.Skip((page - 1) * OnPage).Take(OnPage);
        var plain = review.Plain.Count();
        var buttons = new ReviewButtons(review, page, words, context);
        return new()
        {
            Badge = Head(review, words),
            Sentence = Sentence(review, words),
            Body =
            [
                remark is null ? null : Lines.Strong(remark),
                .. shown.GroupBy(f => f.Unit).SelectMany(unit => Section(unit.Key, [.. unit], review, buttons, words)),
                .. page == pages ? Open(review, words) : [],
                all.Count == 0
                    ? null
                    : Lines.Small(
                        pages == 1 ? words["review.page.only"] : words.Say("review.page", words.Number(page), words.Number(pages))
                    ),
            ],
            Buttons =
            [
                plain > 0 ? buttons.ApproveAll(plain) : null,
                page < pages ? buttons.Show(words["review.next"], page + 1) : null,
                page > 1 ? buttons.Show(words["review.previous"], page - 1) : null,
            ],
        };
    }

    private static ColumnSet Head(DocumentReview review, Wording words)
    {
        var title = review.PublishedOn is { } day
            ? words.Say("source.dated", Texts.Plain(review.Title), words.Date(day))
            : Texts.Plain(review.Title);
        var isOpen = review.Facts.Any(f => f.State == ProposalState.Proposed);
        return new([
            new([Lines.Small(review.Title.Length == 0 ? words["review.pasted"] : words.Say("review.from", title))])
            {
                VerticalContentAlignment = VerticalAlignment.Center,
            },
            new([
                isOpen
                    ? StateBadge.Of(StateRole.Waiting, words["status.Proposed"], "DocumentEdit")
                    : StateBadge.Of(StateRole.Good, words["review.decided"], "CheckmarkCircle"),
            ])
            {
                Width = "auto",
                VerticalContentAlignment = VerticalAlignment.Center,
            },
        ]);
    }

    private static string Sentence(DocumentReview review, Wording words)
    {
        var waiting = review.Facts.Count(f => f.State == ProposalState.Proposed);
        var plain = review.Plain.Count();
        return review.Facts.IsEmpty ? words["review.none"]
            : waiting > 0 && plain == waiting ? words.Count("review.sentence.plain", waiting)
            : waiting > 0 ? words.Count("review.sentence", waiting, words.Number(plain), words.Number(waiting - plain))
            : words.Count(
                "review.sentence.done",
                review.Facts.Count,
                words.Number(review.Facts.Count(f => f.State == ProposalState.Approved))
            );
    }

    private static IEnumerable<CardElement> Section(
        OrgUnitCode? unit,
        List<ReviewedFact> facts,
        DocumentReview review,
        ReviewButtons buttons,
        Wording words
    )
    {
        var name = unit is null ? words["review.several"] : words.Name(unit);
        yield return Lines.Section(
            words.Say("review.unit", name, words.Number(facts.Count), words.Number(review.Facts.Count(f => f.Unit == unit)))
        );
        foreach (var fact in facts)
        {
            yield return fact.State == ProposalState.Proposed ? Waiting(fact, buttons, words) : Decided(fact, buttons, words);
        }
    }

    private static Container Waiting(ReviewedFact fact, ReviewButtons buttons, Wording words)
    {
        var value = FactWords.Value(fact.Fact, words);
        return new([
            new ColumnSet([
                new([
                    Lines.Strong(FactWords.Title(fact.Fact, words)),
                    .. FactWords.Detail(fact.Fact, words) is { Length: > 0 } detail
                        ? (IReadOnlyList<CardElement>)[Lines.Small(detail) with { Spacing = Spacing.None }]
                        : [],
                ]),
                .. fact.Fact is ProposedFinding or ProposedProject { Progress: null }
                    ? (IReadOnlyList<Column>)[]
                    :
                    [
                        new([
                            new TextBlock(value)
                            {
                                Size = FactWords.HasNumber(fact.Fact) ? TextSize.Large : null,
                                Weight = TextWeight.Bolder,
                                HorizontalAlignment = HorizontalAlignment.Right,
                            },
                        ])
                        {
                            Width = "auto",
                        },
                    ],
            ]),
            .. fact.Fact is ProposedFinding ? (IReadOnlyList<CardElement>)[Lines.Body(value)] : [],
            SourceLine.Quote(fact.Fact.Quote.Text),
            .. Beside(fact, words),
            .. fact.Doubts.Select(doubt => StateBadge.Of(StateRole.Watch, words["review.doubt." + doubt], "Warning")),
            new ActionSet(buttons.For(fact)),
        ])
        {
            Style = ContainerStyle.Emphasis,
            RoundedCorners = true,
        };
    }

    // What the store has in its place, side by side with what is proposed.
    private static IEnumerable<CardElement> Beside(ReviewedFact fact, Wording words) =>
        fact.Stored is { } stored
            ?
            [
                new FactSet([
                    new(words["review.stored"], FactWords.Value(stored, words)),
                    new(words["review.proposed"], FactWords.Value(fact.Fact, words)),
                ]),
            ]
            : [];

    private static ColumnSet Decided(ReviewedFact fact, ReviewButtons buttons, Wording words)
    {
        var sign = fact.State == ProposalState.Approved ? "✓" : "–";
        var line = words.Say(
            "review.line",
            sign,
            FactWords.Title(fact.Fact, words),
            FactWords.Value(fact.Fact, words),
            words["review.state." + fact.State]
        );
        var who = fact.DecidedAt is { } at ? words.Say("review.who", fact.DecidedBy, words.Moment(at)) : "";
        return new([
            new([
                Lines.Body(line),
                Lines.Small(fact.Reason.Length > 0 ? words.Say("review.who.reason", who, Texts.Plain(fact.Reason)) : who) with
                {
                    Spacing = Spacing.None,
                },
            ]),
            .. fact.State == ProposalState.Approved
                ? (IReadOnlyList<Column>)[new([new ActionSet([buttons.Open(FactAction.Withdraw, fact)])]) { Width = "auto" }]
                : [],
        ]);
    }

    private static IEnumerable<CardElement> Open(DocumentReview review, Wording words)
    {
        if (review.Open.IsEmpty)
        {
            yield break;
        }

        yield return Lines.Section(words.Count("review.open", review.Open.Count));
        foreach (var open in review.Open.Take(MostOpen))
        {
            yield return Lines.Body(words.Say("review.open." + open.Reason, Texts.Plain(open.Named)));
            if (open.Quote.Text.Length > 0)
            {
                yield return SourceLine.Quote(open.Quote.Text);
            }

            if (!open.Nearest.IsEmpty)
            {
                yield return Lines.Small(words.Say("review.nearest", string.Join(", ", open.Nearest)));
            }
        }

        if (review.Open.Count > MostOpen)
        {
            yield return Lines.Small(words.Count("rest", review.Open.Count - MostOpen));
        }
    }

    private const int MostOpen = 5;
}
