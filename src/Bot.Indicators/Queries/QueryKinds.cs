using System.Collections.Frozen;

namespace Bot.Indicators.Queries;

/// <summary>The table of all kinds: what the canonical text begins with, and how it is read back.</summary>
internal static class QueryKinds
{
    public static FrozenDictionary<string, Func<QuerySlots, Query>> Readers { get; } =
        new Dictionary<string, Func<QuerySlots, Query>>
        {
            ["value"] = ValueQuery.Read,
            ["compare"] = CompareQuery.Read,
            ["rank"] = RankQuery.Read,
            ["filter"] = FilterQuery.Read,
            ["trend"] = TrendQuery.Read,
            ["change"] = ChangeQuery.Read,
            ["target"] = TargetQuery.Read,
            ["aggregate"] = AggregateQuery.Read,
            ["profile"] = ProfileQuery.Read,
            ["coverage"] = CoverageQuery.Read,
            ["obligations"] = ObligationsQuery.Read,
            ["findings"] = FindingsQuery.Read,
            ["inspection"] = InspectionQuery.Read,
            ["projects"] = ProjectsQuery.Read,
            ["define"] = DefineQuery.Read,
            ["provenance"] = ProvenanceQuery.Read,
            ["history"] = HistoryQuery.Read,
            ["plan"] = PlanQuery.Read,
            ["help"] = HelpQuery.Read,
            ["small-talk"] = SmallTalkQuery.Read,
            ["feedback"] = FeedbackQuery.Read,
            ["set-language"] = SetLanguageQuery.Read,
            ["subscribe"] = SubscribeQuery.Read,
            ["pause"] = PauseQuery.Read,
            ["digest"] = DigestQuery.Read,
            ["undelivered"] = UndeliveredQuery.Read,
            ["open-questions"] = OpenQuestionsQuery.Read,
            ["contacts"] = ContactsQuery.Read,
            ["preview"] = PreviewQuery.Read,
            ["remind"] = RemindQuery.Read,
            ["record-issued"] = RecordIssuedQuery.Read,
        }.ToFrozenDictionary();
}
