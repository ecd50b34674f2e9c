using Bot.Indicators.Periods;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Questions;

/// <summary>A day without a year is the day of an inspection where there was one on it.</summary>
internal static class InspectionDays
{
    public static Period? Of(Sentence sentence)
    {
        if (sentence.Periods.Count == 0)
        {
            return null;
        }

        var mention = sentence.Periods[0];
        if (mention is not { YearGuessed: true, Period.Kind: PeriodKind.Day })
        {
            return mention.To is null ? mention.Period : Span(mention);
        }

        var day = mention.Period.First;
        foreach (var inspection in sentence.Catalogue.Inspections)
        {
            if (inspection.Date.Month == day.Month && inspection.Date.Day == day.Day)
            {
                return Period.Day(inspection.Date);
            }
        }

        return mention.Period;
    }

    /// <summary>The whole time from the first to the last period of a range.</summary>
    public static Period Span(PeriodMention mention) =>
        mention.To is not { } to ? mention.Period
        : mention.Period.Kind == PeriodKind.Year ? Period.SpanOfYears(mention.Period.First.Year, to.Last.Year)
        : Period.SpanOfMonths(mention.Period.First.Year, mention.Period.First.Month, to.Last.Year, to.Last.Month);
}
