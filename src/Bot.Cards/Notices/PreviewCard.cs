using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>All that will go out in the next days under today's data, day by day; a long one goes on with a click.</summary>
internal static class PreviewCard
{
    private const int MostLines = 14;
    private const int MostPlans = 3;

    public static Draft Of((IReadOnlyList<PreviewDay> Days, PreviewQuery Asked) preview, Wording words, CardContext context)
    {
        var asked = preview.Asked;
        List<PreviewDay> days = [.. preview.Days.Where(d => d.Day >= (asked.From ?? words.Today))];
        List<PreviewDay> shown = [];
        foreach (var day in days)
        {
            if (shown.Count > 0 && shown.Sum(LinesOf) + LinesOf(day) > MostLines)
            {
                break;
            }

            shown.Add(day);
        }

        var next = days.Skip(shown.Count).FirstOrDefault()?.Day;
        var cards = preview.Days.Sum(d => d.Cards.Count(c => c.SuppressedBecause is null));
        return new()
        {
            Badge = Lines.Small(words["preview.title"]),
            Sentence = words.Count(
                cards + preview.Days.Sum(d => d.Digests) == 0 ? "preview.none" : "preview.sentence",
                cards,
                words.Date(words.Today),
                words.Date(words.Today.AddDays(asked.Days - 1))
            ),
            Body =
            [
                .. shown.SelectMany(day => Day(day, words)),
                next is null ? null : Lines.Small(words.Count("preview.rest", days.Count - shown.Count)),
                Lines.Small(words["preview.note"]),
            ],
            Buttons =
            [
                next is null ? null : Buttons.Ask(words.Say("preview.next", words.Date(next.Value)), asked with { From = next }, context),
                asked.Days >= 30 ? null : Buttons.Ask(words["preview.month"], new PreviewQuery { Days = 30 }, context),
            ],
        };
    }

    private static int LinesOf(PreviewDay day) => day.Cards.Count + (day.Digests > 0 ? 1 : 0);

    private static IEnumerable<CardElement> Day(PreviewDay day, Wording words)
    {
        yield return Lines.Section(words.Date(day.Day));
        if (day.Digests > 0)
        {
            yield return Lines.Body(words.Count("preview.digest", day.Digests)) with
            {
                Spacing = Spacing.Small,
            };
        }

        foreach (var card in day.Cards.Take(MostLines))
        {
            yield return Card(card, words);
        }

        if (day.Cards.Count > MostLines)
        {
            yield return Lines.Small(words.Count("rest", day.Cards.Count - MostLines));
        }
    }

    private static Container Card(PreviewedCard card, Wording words)
    {
        var plans = words.ListUpTo(
            [.. card.Obligations.Select(o => words.Say("obligation.of", words.Name(o.Type, o.Period), words.The(o.Unit)))],
            MostPlans
        );
        return new([
            Lines.Strong(card.Recipient?.Name ?? words["preview.channel"]),
            Lines.Body(plans) with
            {
                Spacing = Spacing.None,
            },
            .. card.SuppressedBecause is { } reason
                ? (IReadOnlyList<CardElement>)
                    [Lines.Small(words.Say("preview.suppressed", ReasonWords.In(reason, words.Language))) with { Spacing = Spacing.None }]
                : [],
        ])
        {
            Spacing = Spacing.Small,
        };
    }
}
