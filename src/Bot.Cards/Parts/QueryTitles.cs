using System.Diagnostics;

namespace Bot.Cards.Parts;

/// <summary>What a query asks, in words: the title of a row or a button, and how an answer says how it was read.</summary>
internal static class QueryTitles
{
    /// <summary>The whole reading as a title.</summary>
    public static string Of(Query query, Wording words) =>
        query is FigureQuery { KnownOn: { } day }
            ? words.Say("title.known", WithoutDay(query, words), words.Date(day))
            : WithoutDay(query, words);

    /// <summary>The reading without the day of knowledge, where the sentence says that day already.</summary>
    public static string WithoutDay(Query query, Wording words) =>
        Texts.Capital(
            query switch
            {
                ValueQuery q => With(
                    words.Say("title.value", Indicators(q.Indicators, words), Units(q.Units, words)),
                    q.Indicators,
                    q.Bases,
                    q.Period,
                    words
                ),
                CompareQuery q => With(
                    words.Say("title.compare", words.Lower(q.Indicator), Units(q.Units, words)),
                    [q.Indicator],
                    q.Bases,
                    q.Period,
                    words
                ),
                RankQuery q => With(
                    words.Say(
                        q.End == RankEnd.Lowest ? "title.rank.lowest" : "title.rank",
                        words.Lower(q.Indicator),
                        Units(q.Units, words)
                    ),
                    [q.Indicator],
                    One(q.Basis),
                    q.Period,
                    words
                ),
                FilterQuery { Threshold: null } q => With(
                    words.Say(q.MeetsTarget ? "title.filter.met" : "title.filter.missed", words.Lower(q.Indicator), Units(q.Units, words)),
                    [q.Indicator],
                    One(q.Basis),
                    q.Period,
                    words
                ),
                FilterQuery q => With(
                    words.Say("title.filter", words.Lower(q.Indicator), Units(q.Units, words), Condition(q, words)),
                    [q.Indicator],
                    One(q.Basis),
                    q.Period,
                    words
                ),
                TrendQuery q => With(
                    words.Say("title.trend", words.Lower(q.Indicator), words.The(q.Unit)),
                    [q.Indicator],
                    q.Bases,
                    null,
                    words
                ),
                ChangeQuery q => With(
                    words.Say("title.change", words.Lower(q.Indicator), Units(q.Units, words)),
                    [q.Indicator],
                    q.Bases,
                    q.To,
                    words
                ),
                TargetQuery { Indicators.IsEmpty: true } q => words.Say("title.targets", Units(q.Units, words)),
                TargetQuery q => With(words.Say("title.target", Indicators(q.Indicators, words)), q.Indicators, q.Bases, q.Period, words),
                AggregateQuery q => With(
                    words.Say("title.aggregate." + q.Function, words.Lower(q.Indicator), Units(q.Units, words)),
                    [q.Indicator],
                    One(q.Basis),
                    q.Period,
                    words
                ),
                ProfileQuery q => words.Say("title.profile", words.The(q.Unit)),
                CoverageQuery { Indicator: { } indicator } q => When(words.Say("title.coverage", words.Lower(indicator)), q.Period, words),
                CoverageQuery q => When(words.Say("title.coverage.unit", Units(q.Units, words)), q.Period, words),
                ObligationsQuery q => Obligations(q, words),
                FindingsQuery q => When(
                    words.Say("title.findings." + (q.Polarity?.ToString() ?? "All"), Units(q.Units, words)),
                    q.Period,
                    words
                ),
                InspectionQuery q => When(words.Say("title.inspection", Units(q.Units, words)), q.Period, words),
                ProjectsQuery { Project: { } project } => words.Catalogue.Project(project.Value)?.Names.In(words.Language)
                    ?? words["title.projects.any"],
                ProjectsQuery q => words.Say("title.projects", Units(q.Units, words)),
                DefineQuery { Indicator: { } indicator } => words.Say("title.define", words.Lower(indicator)),
                DefineQuery { ObligationType: { } type } => words.Say("title.define", Texts.Lower(words.Name(type))),
                DefineQuery => words["title.help"],
                ProvenanceQuery q => words.Say("title.provenance", Texts.Lower(Of(q.Of, words))),
                HistoryQuery q => words.Say("title.history", Texts.Lower(Of(q.Of, words))),
                PlanQuery q => words.Say(
                    "title.plan",
                    Of(q.Parts[0], words),
                    string.Join("; ", q.Parts.Skip(1).Select(part => Texts.Lower(Of(part, words))))
                ),
                HelpQuery => words["title.help"],
                SmallTalkQuery => words["title.smallTalk"],
                FeedbackQuery => words["title.feedback"],
                SetLanguageQuery => words["title.language"],
                PauseQuery => words["title.pause"],
                DigestQuery => words["title.digest"],
                UndeliveredQuery => words["title.undelivered"],
                OpenQuestionsQuery => words["title.openQuestions"],
                ContactsQuery => words["title.contacts"],
                PreviewQuery => words["title.preview"],
                SubscribeQuery => words["title.subscribe"],
                RemindQuery => words["title.remind"],
                RecordIssuedQuery => words["title.recordIssued"],
                _ => throw new UnreachableException($"No title for {query.GetType().Name}"),
            }
        );

    /// <summary>A small line about a row: whether there are figures behind it; null where that says nothing.</summary>
    public static string? About(Query query, Wording words) =>
        query switch
        {
            ValueQuery { Indicators: [var indicator], Units.Only: { } unit } => words[
                words.Catalogue.HasFigures(unit, indicator) ? "choice.recorded" : "choice.unrecorded"
            ],
            _ => null,
        };

    /// <summary>The units in words.</summary>
    public static string Units(UnitSet set, Wording words)
    {
        var units =
            set.IsNamed ? words.ListUpTo([.. set.Units.Select(words.The)], 4)
            : set.Kind is { } kind ? words.Name(kind)
            : set.Under is { } under ? words.Say("units.under", words.The(under))
            : words["units.all"];
        return set.Except.IsEmpty ? units : words.Say("units.except", units, words.ListUpTo([.. set.Except.Select(words.The)], 4));
    }

    /// <summary>What a filter holds figures against: "dưới 80%".</summary>
    public static string Condition(FilterQuery query, Wording words) =>
        query.Threshold is { } limit
            ? words.Say(
                "filter." + limit.Comparator,
                UnitNames.With(NumberFormats.Typed(limit.Value, words.Language), words.Catalogue[query.Indicator].Unit, words)
            )
            : words[query.MeetsTarget ? "filter.met" : "filter.missed"];

    private static string Indicators(ValueList<IndicatorCode> indicators, Wording words) =>
        words.ListUpTo([.. indicators.Select(words.Lower)], 3);

    private static ValueList<BasisCode> One(BasisCode? basis) => basis is null ? [] : [basis];

    private static string Obligations(ObligationsQuery query, Wording words)
    {
        var what = query.Types.IsEmpty
            ? words["obligation.any"]
            : words.ListUpTo([.. query.Types.Select(t => Texts.Lower(words.Name(t)))], 3);
        var open = !query.States.IsEmpty && query.States.All(ObligationWords.IsOpen);
        return When(words.Say(open ? "title.obligations.open" : "title.obligations", what, Units(query.Units, words)), query.Period, words);
    }

    private static string With(string title, ValueList<IndicatorCode> indicators, ValueList<BasisCode> bases, Period? period, Wording words)
    {
        var basis =
            indicators is [var only] && !bases.IsEmpty
                ? string.Join(words["list.figures"], bases.Select(b => words.Basis(only, b)).OfType<string>())
                : "";
        return When(basis.Length == 0 ? title : $"{title}, {basis}", period, words);
    }

    private static string When(string title, Period? period, Wording words) =>
        period is null ? title : words.Say("title.when", title, words.When(period));
}
