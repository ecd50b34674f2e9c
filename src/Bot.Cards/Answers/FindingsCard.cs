using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>What inspections remarked, in the office's order: results, limitations, requests.</summary>
internal static class FindingsCard
{
    private const int Most = 8;
    private const int MostInSentence = 3;

    public static Draft Of(FindingsResult result, ReadingNote note, Wording words, CardContext context)
    {
        List<OrgUnitCode> units = [.. result.Findings.Select(f => f.Unit).Distinct()];
        var shown = result.Findings.Take(units.Count > 1 ? 2 * Most : Most).ToList();
        return new()
        {
            Sentence = Sentence(result, units, words),
            Body =
            [
                ReadingLine.Of(note, words),
                .. shown.GroupBy(f => (f.Polarity, Unit: units.Count > 1 ? f.Unit : null)).SelectMany(g => Section(g.Key, [.. g], words)),
                result.Findings.Count > shown.Count ? Lines.Small(words.Count("rest", result.Findings.Count - shown.Count)) : null,
                EndedLine.Of(result, words),
                SourceLine.Of(result.Findings.Select(f => f.Provenance), words),
            ],
            Buttons =
            [
                Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context),
                Other(result, words, context),
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static string Sentence(FindingsResult result, List<OrgUnitCode> units, Wording words)
    {
        var who = words.ListUpTo([.. units.Select(words.The)], 4);
        List<Polarity> sorts = [.. result.Findings.Select(f => f.Polarity).Distinct()];
        var days = result.Findings.Select(f => f.Provenance.AsOf).OfType<DateOnly>().Distinct().Order().ToList();
        var when = days.Count == 0 ? "" : words.Say("findings.asOf", words.Date(days[^1]));
        if (sorts is [var sort])
        {
            var texts = result.Findings.Select(f => Texts.Lower(f.Text.In(words.Language).TrimEnd('.'))).Distinct().ToList();
            return texts.Count <= MostInSentence
                ? Texts.Sentence(words.Say("findings.said." + sort, who, when, string.Join("; ", texts)))
                : words.Count("findings.count." + sort, result.Findings.Count, who, when);
        }

        return words.Say(
            "findings.all",
            who,
            when,
            words.List([.. sorts.Select(s => words.Count("findings.sort." + s, result.Findings.Count(f => f.Polarity == s)))])
        );
    }

    private static IEnumerable<CardElement> Section((Polarity Polarity, OrgUnitCode? Unit) of, List<Finding> findings, Wording words)
    {
        var title = words["findings.title." + of.Polarity];
        yield return Lines.Section(of.Unit is { } unit ? words.Say("findings.title.unit", title, words.Name(unit)) : title);
        yield return Lines.Bullets(findings.Select(f => Told(f, words)));
    }

    // A remark that nobody has translated stands in the words of its source, after what it is about.
    private static string Told(Finding finding, Wording words)
    {
        var area = "area." + finding.Area;
        return words.Language == Language.English && finding.Text.English == finding.Text.Vietnamese && words.Has(area)
            ? words.Say("findings.untranslated", words[area], finding.Text.Vietnamese)
            : finding.Text.In(words.Language);
    }

    // Whoever reads the limitations wants the requests next, and the other way round.
    private static CardAction? Other(FindingsResult result, Wording words, CardContext context) =>
        result.Query is FindingsQuery { Polarity: { } asked } query
            ? asked == Polarity.Limitation
                ? Buttons.Ask(
                    words["button.recommendations"],
                    query with
                    {
                        Polarity = Polarity.Recommendation,
                        About = null,
                        Area = null,
                    },
                    context
                )
                : Buttons.Ask(
                    words["button.limitations"],
                    query with
                    {
                        Polarity = Polarity.Limitation,
                        About = null,
                        Area = null,
                    },
                    context
                )
            : null;
}
