namespace Bot.Cards.Parts;

/// <summary>Says plainly that the newest figure there is is old; where a period or a day was asked for, it is what was asked.</summary>
internal static class AgeLine
{
    /// <summary>The line; null where there is nothing to say.</summary>
    public static TextBlock? Of(Result result, IEnumerable<JudgedFigure> figures, Wording words) =>
        IsNewestAsked(result.Query) && figures.MaxBy(f => f.Figure.Period) is { Age: { } age }
            ? Lines.Body("◇ " + words.Say("age.old", words.Date(age.Day), Since(age, words)))
            : null;

    private static bool IsNewestAsked(StoreQuery query) =>
        query
            is ValueQuery { Period: null, KnownOn: null }
                or CompareQuery { Period: null, KnownOn: null }
                or RankQuery { Period: null, KnownOn: null }
                or FilterQuery { Period: null, KnownOn: null }
                or AggregateQuery { Period: null, KnownOn: null }
                or TargetQuery { Period: null, KnownOn: null }
                or TrendQuery { To: null, KnownOn: null };

    private static string Since(DataAge age, Wording words) =>
        age switch
        {
            { Years: 0 } => words.Count("age.months", age.Months),
            { Months: 0 } => words.Count("age.years", age.Years),
            _ => words.Say("age.both", words.Count("age.years", age.Years), words.Count("age.months", age.Months)),
        };
}
