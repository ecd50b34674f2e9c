using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;
using Bot.Testing;
using static Bot.Testing.Figures;

namespace Bot.Tests.Cards;

/// <summary>One result of each kind and of each shape that has a look of its own.</summary>
internal static class Results
{
    private static readonly OrgUnitCode[] Departments = [HomeAffairs, Justice, Finance, Construction, Transport];

    private static readonly Target Dossiers80 = new()
    {
        Indicator = OnlineDossiers,
        Basis = BasisCode.None,
        Kind = OrgUnitKind.Department,
        Period = Period.Year(2025),
        Comparator = Comparator.AtLeast,
        Value = Amount(80),
        LegalBasis = "QĐ 942/QĐ-TTg",
    };

    private static readonly ValueQuery Asked = new() { Indicators = [FullOnline], Units = UnitSet.Of(Health) };

    private static readonly Provenance Sample = From("", Report);

    public static IReadOnlyDictionary<string, Result> All { get; } =
        new Dictionary<string, Result>
        {
            ["value-one"] = new ValueResult
            {
                Query = new ValueQuery { Indicators = [OnlineDossiers], Units = UnitSet.Of(Justice) },
                Figures = [Judged(Dossier(71.4m, Justice, Period.Quarter(2024, 4)), Dossiers80, -8.6m, 65.2m, 6.2m)],
            },
            ["value-two-bases"] = TwoBases(Asked),
            ["value-old"] = new ValueResult
            {
                Query = new ValueQuery { Indicators = [OnlineDossiers], Units = UnitSet.Of(Justice) },
                Figures =
                [
                    Judged(Dossier(71.4m, Justice, Period.Quarter(2024, 4)), Dossiers80, -8.6m, 65.2m, 6.2m) with
                    {
                        Rank = 4,
                        Ranked = 5,
                        Age = new(new(2024, 12, 31), 1, 10),
                    },
                ],
            },
            ["value-known-on"] = new ValueResult
            {
                Query = new ValueQuery
                {
                    Indicators = [OnlineDossiers],
                    Units = UnitSet.Of(Justice),
                    KnownOn = new(2025, 1, 31),
                },
                Figures = [Judged(Dossier(70.9m, Justice, Period.Quarter(2024, 4)), Dossiers80, -9.1m)],
            },
            ["no-data-known-on"] = new NoData
            {
                Query = new RankQuery
                {
                    Indicator = OnlineDossiers,
                    Units = UnitSet.OfKind(OrgUnitKind.Department),
                    KnownOn = new(2024, 6, 30),
                },
                Nearest = [new RankQuery { Indicator = OnlineDossiers, Units = UnitSet.OfKind(OrgUnitKind.Department) }],
            },
            ["compare-four"] = new CompareResult
            {
                Query = new CompareQuery { Indicator = OnlineDossiers, Units = UnitSet.Of(HomeAffairs, Justice, Finance, Construction) },
                Indicator = OnlineDossiers,
                Figures = [.. Ranked(98.6m, 97.4m, 85m, 71.4m)],
            },
            ["compare-four-periods"] = new CompareResult
            {
                Query = new CompareQuery { Indicator = OnlineDossiers, Units = UnitSet.Of(HomeAffairs, Justice, Finance, Construction) },
                Indicator = OnlineDossiers,
                Figures =
                [
                    new() { Figure = Dossier(98.6m, HomeAffairs, Period.Quarter(2024, 4)) },
                    new() { Figure = Dossier(97.4m, Justice, Period.Quarter(2024, 4)) },
                    new() { Figure = Dossier(85m, Finance, Period.Year(2024)) },
                    new() { Figure = Dossier(71.4m, Construction, Period.Quarter(2024, 4)) },
                ],
                NotComparable = RefusalReason.DifferentPeriods,
            },
            ["value-claim-fails"] = new ValueResult
            {
                Query = Asked with { Bases = [AllProcedures], Claim = new(Comparator.AtLeast, 90) },
                Figures = [new() { Figure = Number(80, basis: AllProcedures, from: From(QuoteB7)), ClaimHolds = false }],
            },
            ["value-words-only"] = new ValueResult
            {
                Query = new ValueQuery { Indicators = [FullOnlineUsed], Units = UnitSet.Of(Health) },
                Figures = [new() { Figure = Words("thấp", quote: "tỷ lệ dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ đạt thấp") }],
            },
            ["value-words-and-number"] = new ValueResult
            {
                Query = new ValueQuery { Indicators = [Signed], Units = UnitSet.Of(Health) },
                Figures =
                [
                    new()
                    {
                        Figure = Number(
                            100,
                            indicator: Signed,
                            basis: new("one-layer"),
                            from: From("Tỷ lệ văn bản đi được ký số 1 lớp đạt 100%")
                        ),
                    },
                    new()
                    {
                        Figure = Words("chưa thực hiện", indicator: Signed, basis: new("two-layers"), quote: "chưa thực hiện ký số 2 lớp"),
                    },
                ],
            },
            ["value-table"] = new ValueResult
            {
                Query = new ValueQuery { Indicators = [FullOnline, Interconnected], Units = UnitSet.Of(Health, Zones) },
                Figures =
                [
                    new() { Figure = Number(100, basis: Eligible, from: From(QuoteB6)) },
                    new() { Figure = Number(80, basis: AllProcedures, from: From(QuoteB7)) },
                    new() { Figure = Number(90, indicator: Interconnected, from: From("tỷ lệ văn bản đi gửi liên thông đạt 90%")) },
                ],
                Absent = [new(Zones, FullOnline, null, null), new(Zones, Interconnected, null, null)],
            },
            ["value-rank"] = new ValueResult
            {
                Query = new ValueQuery
                {
                    Indicators = [IndexRank],
                    Units = UnitSet.Of(Zones),
                    Period = Period.Year(2024),
                },
                Figures =
                [
                    new()
                    {
                        Figure = Number(
                            3,
                            Zones,
                            IndexRank,
                            period: Period.Year(2024),
                            words: "3/12",
                            measure: MeasureUnit.Rank,
                            from: Sample
                        ),
                        Previous = Number(5, Zones, IndexRank, period: Period.Year(2023), measure: MeasureUnit.Rank, from: Sample),
                        Change = Difference(-2, MeasureUnit.Rank, better: true),
                    },
                ],
            },
            ["compare-two"] = new CompareResult
            {
                Query = new CompareQuery { Indicator = FullOnline, Units = UnitSet.Of(Health, Transport) },
                Indicator = FullOnline,
                Figures = [new() { Figure = Number(80, basis: AllProcedures, from: From(QuoteB7)) }],
                Absent = [new(Transport, FullOnline, null, null)],
                Ended = [Transport],
            },
            ["compare-difference"] = new CompareResult
            {
                Query = new CompareQuery
                {
                    Indicator = OnlineDossiers,
                    Units = UnitSet.Of(Justice, Finance),
                    Period = Period.Quarter(2024, 4),
                },
                Indicator = OnlineDossiers,
                Figures =
                [
                    Judged(Dossier(71.4m, Justice, Period.Quarter(2024, 4)), Dossiers80, -8.6m),
                    Judged(Dossier(85m, Finance, Period.Quarter(2024, 4)), Dossiers80, 5m),
                ],
                Differences = [new(BasisCode.None, Justice, Finance, Difference(-13.6m))],
            },
            ["rank"] = new RankingResult
            {
                Query = new RankQuery { Indicator = OnlineDossiers, Units = UnitSet.OfKind(OrgUnitKind.Department) },
                Indicator = OnlineDossiers,
                Basis = BasisCode.None,
                Period = Period.Quarter(2024, 4),
                Figures = Ranked(98.6m, 97.4m, 85m, 71.4m, 66m),
                Ranked = 5,
                NotReported = [Health],
                WordsOnly = [Words("còn ít", Zones, OnlineDossiers)],
            },
            ["rank-one"] = new RankingResult
            {
                Query = new RankQuery { Indicator = Interconnected, Units = UnitSet.OfKind(OrgUnitKind.Department) },
                Indicator = Interconnected,
                Basis = BasisCode.None,
                Period = Period.Day(InspectionDay),
                Figures =
                [
                    new()
                    {
                        Figure = Number(90, indicator: Interconnected, from: From("tỷ lệ văn bản đi gửi liên thông đạt 90%")),
                        Rank = 1,
                    },
                ],
                Ranked = 1,
                NotReported = [Transport],
            },
            ["filter"] = new FilterResult
            {
                Query = new FilterQuery
                {
                    Indicator = OnlineDossiers,
                    Units = UnitSet.OfKind(OrgUnitKind.Department),
                    Threshold = new(Comparator.Below, 85.5m),
                },
                Indicator = OnlineDossiers,
                Basis = BasisCode.None,
                Period = Period.Quarter(2024, 4),
                Matching = [.. Ranked(98.6m, 97.4m, 85m, 71.4m, 66m).Skip(2)],
                Others = 2,
            },
            ["filter-none"] = new FilterResult
            {
                Query = new FilterQuery
                {
                    Indicator = OnlineDossiers,
                    Units = UnitSet.OfKind(OrgUnitKind.Department),
                    MeetsTarget = false,
                },
                Indicator = OnlineDossiers,
                Basis = BasisCode.None,
                Period = Period.Quarter(2024, 4),
                Matching = [],
                Others = 1,
            },
            ["trend"] = new TrendResult
            {
                Query = new TrendQuery { Indicator = OnlineDossiers, Unit = Justice },
                Indicator = OnlineDossiers,
                Unit = Justice,
                Series = [new(BasisCode.None, Trend(), [Period.Quarter(2024, 2)])],
            },
            ["change"] = new ChangeResult
            {
                Query = new ChangeQuery { Indicator = OnlineDossiers, Units = UnitSet.Of(Justice) },
                Indicator = OnlineDossiers,
                Rows =
                [
                    new(
                        Dossier(65.2m, Justice, Period.Quarter(2024, 3)),
                        Dossier(71.4m, Justice, Period.Quarter(2024, 4)),
                        Difference(6.2m, better: true)
                    ),
                ],
            },
            ["target"] = new TargetResult
            {
                Query = new TargetQuery { Indicators = [PayrollCut] },
                Rows =
                [
                    new(
                        new()
                        {
                            Indicator = PayrollCut,
                            Basis = BasisCode.None,
                            Kind = OrgUnitKind.Department,
                            Period = Period.Year(2026),
                            Comparator = Comparator.AtLeast,
                            Value = Amount(5),
                            LegalBasis = "Kết luận 40-KL/TW",
                        },
                        null
                    ),
                ],
            },
            ["target-gap"] = new TargetResult
            {
                Query = new TargetQuery { Indicators = [OnlineDossiers], Units = UnitSet.Of(Justice) },
                Rows = [new(Dossiers80, Judged(Dossier(71.4m, Justice, Period.Quarter(2024, 4)), Dossiers80, -8.6m))],
                WithoutTarget = [new() { Figure = Number(80, Justice, basis: AllProcedures, from: Sample) }],
            },
            ["aggregate"] = new AggregateResult
            {
                Query = new AggregateQuery
                {
                    Indicator = OnlineDossiers,
                    Units = UnitSet.OfKind(OrgUnitKind.Department),
                    Function = AggregateFunction.Max,
                },
                Indicator = OnlineDossiers,
                Basis = BasisCode.None,
                Period = Period.Quarter(2024, 4),
                Value = Amount(98.6m),
                Measure = MeasureUnit.Percent,
                Of = Ranked(98.6m, 97.4m, 85m),
                At = [HomeAffairs],
                NotReported = [Health],
            },
            ["profile"] = new ProfileResult
            {
                Query = new ProfileQuery { Unit = Health },
                Unit = Health,
                Figures =
                [
                    new() { Figure = Number(100, basis: Eligible, from: From(QuoteB6)) },
                    new() { Figure = Number(80, basis: AllProcedures, from: From(QuoteB7)) },
                    new() { Figure = Number(90, indicator: Interconnected, from: From("tỷ lệ văn bản đi gửi liên thông đạt 90%")) },
                    new() { Figure = Words("thấp") },
                ],
                Obligations = [Missing()],
                Findings = Findings(),
            },
            ["profile-empty"] = new ProfileResult
            {
                Query = new ProfileQuery { Unit = Zones },
                Unit = Zones,
            },
            ["coverage"] = new CoverageResult
            {
                Query = new CoverageQuery { Indicator = FullOnline },
                Reported = [Number(80, basis: AllProcedures), Number(100, basis: Eligible)],
                Absent = [new(Transport, FullOnline, null, null), new(Justice, FullOnline, null, null)],
            },
            ["obligations-missing"] = new ObligationsResult
            {
                Query = new ObligationsQuery { Units = UnitSet.Of(Health), States = [ObligationState.Missing, ObligationState.Overdue] },
                Obligations = [Missing()],
                OutOf = 2,
            },
            ["obligations-many"] = new ObligationsResult
            {
                Query = new ObligationsQuery { Period = Period.Year(2025), States = [ObligationState.Overdue, ObligationState.Due] },
                Obligations =
                [
                    Missing() with
                    {
                        Unit = Zones,
                        State = ObligationState.Overdue,
                        Period = Period.Year(2025),
                        Deadline = new(2025, 1, 24),
                        WorkingDaysLate = 14,
                    },
                    Missing() with
                    {
                        Unit = Finance,
                        Type = ReformPlan,
                        State = ObligationState.Overdue,
                        Period = Period.Year(2025),
                        Deadline = new(2025, 2, 14),
                        WorkingDaysLate = 1,
                    },
                    Missing() with
                    {
                        Unit = Justice,
                        State = ObligationState.Due,
                        Period = Period.Year(2025),
                        Deadline = new(2025, 2, 28),
                        WorkingDaysLeft = 6,
                    },
                    Missing() with
                    {
                        Unit = HomeAffairs,
                        State = ObligationState.Issued,
                        Period = Period.Year(2025),
                        DocumentNumber = "35/KH-SNV",
                        IssuedOn = new(2025, 1, 20),
                    },
                ],
                OutOf = 38,
            },
            ["obligations-unrecorded"] = new ObligationsResult
            {
                Query = new ObligationsQuery
                {
                    Units = UnitSet.Of(Transport),
                    Types = [DigitalPlan],
                    Period = Period.Year(2023),
                    Aspect = ObligationAspect.Issued,
                },
                Obligations = [],
                Unrecorded = [new(Transport, DigitalPlan, Period.Year(2023))],
                OutOf = 0,
                Ended = [Transport],
            },
            ["obligations-deadline"] = new ObligationsResult
            {
                Query = new ObligationsQuery { Types = [DigitalPlan], Aspect = ObligationAspect.Deadline },
                Obligations = [],
                Deadlines = [new(DigitalPlan, Period.Year(2023), new(2023, 1, 31))],
                OutOf = 0,
            },
            ["findings"] = new FindingsResult
            {
                Query = new FindingsQuery { Units = UnitSet.Of(Health), Polarity = Polarity.Limitation },
                Findings = [.. Findings().Where(f => f.Polarity == Polarity.Limitation)],
            },
            ["findings-all"] = new FindingsResult
            {
                Query = new FindingsQuery { Inspection = Visit },
                Findings =
                [
                    .. Findings(),
                    Remark(
                        Polarity.Limitation,
                        "Số lượng hồ sơ sử dụng dịch vụ công trực tuyến còn ít",
                        "Few dossiers use online services",
                        Transport
                    ),
                ],
            },
            ["inspections"] = new InspectionsResult
            {
                Query = new InspectionQuery { Aspect = InspectionAspect.Lead },
                Inspections = [.. Figures.Catalogue.Inspections],
            },
            ["projects"] = new ProjectsResult
            {
                Query = new ProjectsQuery { Units = UnitSet.Of(Transport) },
                Projects = [HeadOffice(), TrafficSystem()],
                Ended = [Transport],
            },
            ["project"] = new ProjectsResult
            {
                Query = new ProjectsQuery { Project = new("DA-TRU-SO"), Aspect = ProjectAspect.Expected },
                Projects = [HeadOffice()],
            },
            ["define"] = new DefinitionResult
            {
                Query = new DefineQuery { Indicator = FullOnline },
                Indicator = Figures.Catalogue[FullOnline],
            },
            ["define-plan"] = new DefinitionResult
            {
                Query = new DefineQuery { ObligationType = DigitalPlan },
                ObligationType = Figures.Catalogue[DigitalPlan],
            },
            ["provenance"] = new ProvenanceResult
            {
                Query = new ProvenanceQuery { Of = Asked },
                Of = TwoBases(Asked),
                Origins = [From(QuoteB6), From(QuoteB7)],
            },
            ["history"] = new HistoryResult
            {
                Query = new HistoryQuery { Of = Asked },
                Revisions =
                [
                    Number(80, basis: AllProcedures, from: From(QuoteB7, revision: 2)),
                    Number(78.5m, basis: AllProcedures, from: From(QuoteB7)),
                ],
            },
            ["plan"] = new PlanResult
            {
                Query = new PlanQuery { Parts = [Asked, new FindingsQuery { Units = UnitSet.Of(Zones), Polarity = Polarity.Limitation }] },
                Parts =
                [
                    TwoBases(Asked),
                    new NoData
                    {
                        Query = new FindingsQuery { Units = UnitSet.Of(Zones), Polarity = Polarity.Limitation },
                    },
                ],
            },
            ["no-data"] = new NoData
            {
                Query = new ValueQuery
                {
                    Indicators = [FullOnline],
                    Units = UnitSet.Of(Health),
                    Period = Period.Year(2021),
                },
                Absent = [new(Health, FullOnline, null, Period.Year(2021))],
                Nearest = [Asked, new ValueQuery { Indicators = [Interconnected], Units = UnitSet.Of(Health) }],
            },
            ["no-data-findings"] = new NoData
            {
                Query = new FindingsQuery { Units = UnitSet.Of(Zones), Polarity = Polarity.Limitation },
            },
            ["refusal"] = new Refusal
            {
                Query = new AggregateQuery
                {
                    Indicator = OnlineDossiers,
                    Units = UnitSet.OfKind(OrgUnitKind.Department),
                    Function = AggregateFunction.Mean,
                },
                Reason = RefusalReason.MeanOfPercentages,
                Figures = Ranked(98.6m, 97.4m),
            },
        };

    private const string QuoteB6 = "Số lượng dịch vụ công trực tuyến toàn trình đạt 100% so với các thủ tục hành chính đủ điều kiện";
    private const string QuoteB7 = "80% so với tổng số thủ tục hành chính thuộc thẩm quyền của Sở";

    private static ValueResult TwoBases(StoreQuery query) =>
        new()
        {
            Query = query,
            Figures =
            [
                new()
                {
                    Figure = Number(100, basis: Eligible, from: From(QuoteB6)),
                    Target = new()
                    {
                        Indicator = FullOnline,
                        Basis = Eligible,
                        Period = Period.Year(2025),
                        Comparator = Comparator.AtLeast,
                        Value = Amount(100),
                        LegalBasis = "QĐ 942/QĐ-TTg",
                    },
                    Gap = Difference(0),
                    TargetMet = true,
                },
                new() { Figure = Number(80, basis: AllProcedures, from: From(QuoteB7)) },
            ],
        };

    private static Figure Dossier(decimal value, OrgUnitCode unit, Period period) =>
        Number(value, unit, OnlineDossiers, period: period, from: Sample);

    private static JudgedFigure Judged(Figure figure, Target target, decimal gap, decimal? previous = null, decimal? change = null) =>
        new()
        {
            Figure = figure,
            Target = target,
            Gap = Difference(gap, better: gap > 0),
            TargetMet = gap >= 0,
            Previous = previous is { } value ? Dossier(value, figure.Unit, figure.Period.Previous()!) : null,
            Change = change is { } by ? Difference(by, better: by > 0) : null,
        };

    private static ValueList<JudgedFigure> Ranked(params decimal[] values) =>
        [
            .. values.Select(
                (value, i) => Judged(Dossier(value, Departments[i], Period.Quarter(2024, 4)), Dossiers80, value - 80) with { Rank = i + 1 }
            ),
        ];

    private static ValueList<JudgedFigure> Trend()
    {
        (int Year, int Quarter, decimal Value, decimal? Change)[] points =
        [
            (2023, 3, 52.6m, null),
            (2023, 4, 58.1m, 5.5m),
            (2024, 1, 60.4m, 2.3m),
            (2024, 3, 65.2m, null),
            (2024, 4, 71.4m, 6.2m),
        ];
        return
        [
            .. points.Select(p =>
                Judged(Dossier(p.Value, Justice, Period.Quarter(p.Year, p.Quarter)), Dossiers80, p.Value - 80, p.Value - p.Change, p.Change)
            ),
        ];
    }

    private static Obligation Missing() =>
        new()
        {
            Unit = Health,
            Type = DigitalPlan,
            Period = Period.Year(2023),
            State = ObligationState.Missing,
            Provenance = From("chưa ban hành kế hoạch chuyển đổi số năm 2023"),
        };

    private static ValueList<Finding> Findings() =>
        [
            Remark(Polarity.Achievement, "Triển khai Sổ sức khỏe điện tử", "Electronic health book rolled out"),
            Remark(Polarity.Limitation, "Chưa ban hành kế hoạch chuyển đổi số năm 2023", "Digital transformation plan for 2023 not issued"),
            Remark(Polarity.Limitation, "Chưa thực hiện ký số 2 lớp", "Two-layer digital signing not carried out"),
            Remark(Polarity.Limitation, "Tỷ lệ dịch vụ công toàn trình có phát sinh hồ sơ đạt thấp", "Few online services are used"),
            Remark(
                Polarity.Limitation,
                "Công tác văn thư - lưu trữ chưa được quan tâm đúng mức",
                "Records and archives not given due attention"
            ),
            Remark(
                Polarity.Recommendation,
                "Cần có giải pháp thúc đẩy chuyển đổi số trong hoạt động",
                "Find ways to push digital transformation"
            ),
        ];
}
