using Bot.Indicators.Obligations;
using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Plans and reports that units owe, most urgent first. What is not recorded is never said to be missing.</summary>
internal static class ObligationListCard
{
    private const int Most = 7;
    private const int MostInSentence = 2;

    private static readonly ValueList<ObligationState> Overdue = [ObligationState.Overdue, ObligationState.Missing];

    public static Draft Of(ObligationsResult result, ReadingNote note, Wording words, CardContext context)
    {
        var query = (ObligationsQuery)result.Query;
        var units = result.Obligations.Select(o => o.Unit).Distinct().Count();
        return new()
        {
            Sentence = Texts.Sentence(Texts.Capital(Sentence(result, query, words))),
            // That none of those on record is in the state that was asked for is an answer, and often the good one.
            Badge =
                result.Obligations.IsEmpty && result.Deadlines.IsEmpty && (result.OutOf == 0 || !result.Unrecorded.IsEmpty)
                    ? StateBadge.NoRecord(words)
                    : null,
            Body =
            [
                ReadingLine.Of(note, words, Reading(result, query, words)),
                .. result.Obligations.Take(Most).Select(o => ObligationWords.Row(o, words, withUnit: true)),
                result.Obligations.Count > Most ? Lines.Small(words.Count("rest", result.Obligations.Count - Most)) : null,
                Deadlines(result, words),
                Unrecorded(result, words),
                EndedLine.Of(result, words),
                result.Obligations.Any(o => !o.Provenance.IsRecorded) ? Lines.Small(words["obligations.byRule"]) : null,
                SourceLine.Of(result.Obligations.Select(o => o.Provenance).Where(p => p.IsRecorded), words),
            ],
            Buttons =
            [
                units == 1 && result.Obligations is [var first, ..]
                    ? Buttons.Ask(words["button.unit"], new ProfileQuery { Unit = first.Unit }, context)
                    : null,
                IsOverdueApart(result, query)
                    ? Buttons.Ask(words["button.overdue"], query with { States = Overdue, Aspect = ObligationAspect.List }, context)
                    : null,
                Buttons.Report(result.Query, context),
            ],
        };
    }

    // Where nothing was issued late, what is past its day and not issued at all may be meant.
    private static bool IsOverdueApart(ObligationsResult result, ObligationsQuery query) =>
        result.Obligations.IsEmpty
            ? result.OutOf > 0 && query.States is [ObligationState.IssuedLate]
            : result.Obligations.Any(o => Overdue.Contains(o.State)) && result.Obligations.Any(o => !Overdue.Contains(o.State));

    private static string Sentence(ObligationsResult result, ObligationsQuery query, Wording words)
    {
        if (!result.Deadlines.IsEmpty && result.Obligations.IsEmpty)
        {
            return string.Join("; ", result.Deadlines.Take(MostInSentence).Select(d => Deadline(d, words)));
        }

        if (result.Obligations.IsEmpty)
        {
            return result.Unrecorded is [var missing, ..]
                    ? words.Say("obligations.unrecorded", words.The(missing.Type, missing.Period ?? query.Period), words.The(missing.Unit))
                : result.OutOf > 0 ? words.Count("obligations.noneOf", result.OutOf, QueryTitles.Units(query.Units, words))
                : words.Say("obligations.nothing", QueryTitles.Units(query.Units, words));
        }

        if (result.Obligations.Count <= MostInSentence)
        {
            return string.Join("; ", result.Obligations.Select(o => ObligationWords.Sentence(o, words)));
        }

        var open = result.Obligations.Count(o => ObligationWords.IsOpen(o.State));
        var overdue = result.Obligations.Count(o => o.State == ObligationState.Overdue);
        var units = result.Obligations.Select(o => o.Unit).Distinct().ToList();
        var who = units is [var only] ? words.The(only) : words.Count("count.unit", units.Count);
        var said =
            open == result.Obligations.Count
                ? words.Count("obligations.open", open, who)
                : words.Count("obligations.mixed", result.Obligations.Count, who, words.Number(open));
        return overdue > 0 ? words.Count("obligations.overdue", overdue, said) : said;
    }

    private static string? Reading(ObligationsResult result, ObligationsQuery query, Wording words)
    {
        if (result.Obligations.IsEmpty)
        {
            return null;
        }

        var said = words.Say("obligations.reading", QueryTitles.Of(query with { Aspect = ObligationAspect.List }, words));
        var counted =
            result.OutOf > result.Obligations.Count
                ? words.Count("obligations.outOf", result.Obligations.Count, said, words.Number(result.OutOf))
                : said;
        return result.Obligations.Any(o => o.WorkingDaysLate is > 0 || o.WorkingDaysLeft is > 0)
            ? words.Say("obligations.days", counted)
            : counted;
    }

    private static string Deadline(TypeDeadline deadline, Wording words)
    {
        var plan = words.The(deadline.Type, deadline.Period);
        return deadline.Deadline is { } day ? words.Say("deadline.day", plan, words.Date(day)) : words.Say("deadline.none", plan);
    }

    private static CardElement? Deadlines(ObligationsResult result, Wording words)
    {
        List<string> lines = [.. result.Deadlines.Take(Most).Select(d => Line(d, words))];
        return lines.Count == 0 ? null
            : result is { Deadlines: [var only], Obligations.IsEmpty: true } ? Legal(only, words)
            : Lines.Bullets(lines);
    }

    // The heading has said the day already.
    private static TextBlock Legal(TypeDeadline deadline, Wording words) =>
        words.Catalogue[deadline.Type].LegalBasis is { Length: > 0 } legal
            ? Lines.Small(words.Say("define.legal", legal))
            : Lines.Small(words["define.catalogue"]);

    private static string Line(TypeDeadline deadline, Wording words)
    {
        var legal = words.Catalogue[deadline.Type].LegalBasis;
        return legal.Length == 0
            ? Texts.Sentence(Deadline(deadline, words))
            : words.Say("deadline.legal", Deadline(deadline, words), legal);
    }

    private static TextBlock? Unrecorded(ObligationsResult result, Wording words)
    {
        if (result.Unrecorded.IsEmpty)
        {
            return null;
        }

        List<string> items =
        [
            .. result.Unrecorded.Select(u => words.Say("obligation.of", words.The(u.Type, u.Period), words.The(u.Unit))).Distinct(),
        ];
        return Lines.Body(
            result.Obligations.IsEmpty && items.Count == 1
                ? words["obligations.neither"]
                : words.Say("obligations.alsoUnrecorded", words.ListUpTo(items, 4))
        );
    }
}
