using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Nothing is recorded: what is missing, and the nearest that is there. No figure of anything else stands in its place.</summary>
internal static class NoDataCard
{
    public static Draft Of(NoData result, ReadingNote note, Wording words, CardContext context)
    {
        List<CardElement> nearest = [.. ChoiceRow.ForAll(result.Nearest, context)];
        var indicators = result.Absent.Select(a => a.Indicator).Distinct().ToList();
        return new()
        {
            Sentence = Sentence(result, words),
            Badge = result.Absent.IsEmpty ? StateBadge.NoRecord(words) : StateBadge.NoFigures(words),
            Body =
            [
                ReadingLine.Of(note, words),
                Lines.Body(words.Say("nodata.looked", words.Date(words.Today))),
                EndedLine.Of(result, words),
                nearest.Count > 0 ? Lines.Section(words["nodata.nearest"]) : null,
                .. nearest,
            ],
            Buttons =
            [
                indicators is [var only]
                    ? Buttons.Ask(words["button.whoReported"], new CoverageQuery { Indicator = only }, context)
                    : Buttons.Ask(words["button.catalogue"], new HelpQuery { Topic = HelpTopic.Indicators }, context),
                Buttons.Report(result.Query, context, "button.supply"),
            ],
        };
    }

    private static string Sentence(NoData result, Wording words)
    {
        List<string> absent = [.. result.Absent.Select(a => AbsenceWords.Of(a, words)).Distinct()];
        return absent.Count > 0
            ? Texts.Sentence(words.Say("nodata.figures", words.ListUpTo(absent, 3)))
            : Texts.Sentence(words.Say("nodata.other", Texts.Lower(QueryTitles.WithoutDay(result.Query, words))));
    }
}
