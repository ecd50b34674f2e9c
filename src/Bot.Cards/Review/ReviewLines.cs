using Bot.Indicators.Proposals;

namespace Bot.Cards.Review;

/// <summary>A review in the order of the document, for a terminal.</summary>
internal static class ReviewLines
{
    public static IEnumerable<string> Of(DocumentReview review, Wording words)
    {
        yield return words.Say(
            "review.from",
            review.PublishedOn is { } day ? words.Say("source.dated", review.Title, words.Date(day)) : review.Title
        );
        // Sentence by sentence: what rests on the same words stands under them.
        var marked = review
            .Facts.Select(fact => (fact.Fact.Quote, Line: Line(fact, words)))
            .Concat(review.Open.Select(open => (open.Quote, Line: Line(open, words))))
            .OrderBy(mark => mark.Quote.Start)
            .GroupBy(mark => mark.Quote);
        foreach (var quote in marked)
        {
            if (quote.Key.Text.Length > 0)
            {
                yield return $"“{quote.Key.Text}”";
            }

            foreach (var (_, line) in quote)
            {
                yield return "  " + line;
            }
        }
    }

    private static string Line(ReviewedFact fact, Wording words)
    {
        string[] parts =
        [
            fact.Unit is { } unit ? words.Name(unit) : words["review.several"],
            FactWords.Title(fact.Fact, words),
            FactWords.Detail(fact.Fact, words),
            FactWords.Value(fact.Fact, words),
            fact.Stored is { } stored ? words.Say("review.stored.line", FactWords.Value(stored, words)) : "",
            .. fact.Doubts.Select(doubt => words["review.doubt." + doubt]),
            words["review.state." + fact.State],
        ];
        return string.Join(words["list.dot"], parts.Where(part => part.Length > 0));
    }

    private static string Line(OpenPassage open, Wording words) =>
        "? "
        + words.Say("review.open." + open.Reason, open.Named)
        + (open.Nearest.IsEmpty ? "" : " " + words.Say("review.nearest", string.Join(", ", open.Nearest)));
}
