using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Results;

namespace Bot.Testing;

/// <summary>
/// Makes catalogues, figures and their parts for tests of cards, which cannot ask a store. The one place outside the store that
/// forges figures: a search for this class finds every test that does.
/// </summary>
public static class Figures
{
    public static OrgUnitCode Health { get; } = new("SYT");
    public static OrgUnitCode Transport { get; } = new("SGTVT");
    public static OrgUnitCode Justice { get; } = new("STP");
    public static OrgUnitCode Finance { get; } = new("STC");
    public static OrgUnitCode HomeAffairs { get; } = new("SNV");
    public static OrgUnitCode Zones { get; } = new("BQLKCX");
    public static OrgUnitCode Construction { get; } = new("SXD-2503");
    public static IndicatorCode FullOnline { get; } = new("full-online-offered");
    public static IndicatorCode FullOnlineUsed { get; } = new("full-online-used");
    public static IndicatorCode Signed { get; } = new("outgoing-signed");
    public static IndicatorCode Interconnected { get; } = new("outgoing-interconnected");
    public static IndicatorCode OnlineDossiers { get; } = new("online-dossiers");
    public static IndicatorCode PayrollCut { get; } = new("payroll-cut-civil-servants");
    public static IndicatorCode IndexRank { get; } = new("par-index-rank");
    public static IndicatorCode Dossiers { get; } = new("postal-dossiers");
    public static ObligationTypeCode DigitalPlan { get; } = new("digital-transformation-plan");
    public static ObligationTypeCode ReformPlan { get; } = new("reform-plan");
    public static BasisCode Eligible { get; } = new("eligible");
    public static BasisCode AllProcedures { get; } = new("all-procedures");
    public static InspectionCode Visit { get; } = new("KT-2023-03-28");

    public static DateOnly InspectionDay { get; } = new(2023, 3, 28);

    public static Source Newspaper { get; } =
        new(
            "bao-can-tho-2023-03-28",
            "Cần đẩy nhanh tiến độ chuyển đổi số, đáp ứng yêu cầu nhiệm vụ cải cách hành chính",
            "Báo Cần Thơ",
            new(2023, 3, 28),
            null
        );

    public static Source Report { get; } =
        new("bao-cao-mau-2024", "Báo cáo CCHC năm 2024 (dữ liệu mẫu)", "", new(2024, 12, 31), new Uri("https://example.org/bao-cao"));

    public static Catalogue Catalogue { get; } =
        new(
            7,
            [
                Unit("SYT", "Sở Y tế", "Department of Health", "SYT"),
                Unit("SGTVT", "Sở Giao thông vận tải", "Department of Transport", "SGTVT") with
                {
                    ValidTo = new(2025, 2, 28),
                    Successors = [Construction],
                },
                Unit("SXD-2503", "Sở Xây dựng", "Department of Construction", "SXD") with
                {
                    ValidFrom = new(2025, 3, 1),
                },
                Unit("STP", "Sở Tư pháp", "Department of Justice", "STP"),
                Unit("STC", "Sở Tài chính", "Department of Finance", "STC"),
                Unit("SNV", "Sở Nội vụ", "Department of Home Affairs", "SNV"),
                Unit(
                    "BQLKCX",
                    "Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ",
                    "Export Processing and Industrial Zones Management Board",
                    "CEPIZA"
                ) with
                {
                    Kind = OrgUnitKind.Agency,
                },
            ],
            [
                Rate(
                    FullOnline,
                    "Tỷ lệ dịch vụ công trực tuyến toàn trình",
                    "full-process online service rate",
                    new Basis(Eligible, new("số thủ tục đủ điều kiện", "eligible procedures", [])),
                    new Basis(AllProcedures, new("tổng số thủ tục thuộc thẩm quyền", "all procedures under its authority", []))
                ) with
                {
                    Direction = Direction.Higher,
                    Frequency = "quarter",
                    DefinitionVietnamese =
                        "Dịch vụ công trực tuyến toàn trình là dịch vụ mà toàn bộ thông tin và kết quả được xử lý trên môi trường mạng",
                    DefinitionEnglish = "Services whose whole process, from filing to result, takes place online",
                    LegalBasis = "Nghị định 42/2022/NĐ-CP",
                },
                Rate(
                    FullOnlineUsed,
                    "Tỷ lệ dịch vụ công trực tuyến toàn trình có phát sinh hồ sơ",
                    "rate of full-process online services with dossiers"
                ),
                Rate(
                    Signed,
                    "Tỷ lệ văn bản đi được ký số",
                    "rate of outgoing documents digitally signed",
                    new Basis(new("one-layer"), new("tổng số văn bản đi (ký số 1 lớp)", "outgoing documents (one-layer signature)", [])),
                    new Basis(new("two-layers"), new("tổng số văn bản đi (ký số 2 lớp)", "outgoing documents (two-layer signature)", []))
                ),
                Rate(Interconnected, "Tỷ lệ văn bản đi gửi liên thông", "rate of outgoing documents sent interconnected"),
                Rate(OnlineDossiers, "Tỷ lệ hồ sơ nộp trực tuyến", "online dossier rate") with
                {
                    Direction = Direction.Higher,
                },
                Rate(PayrollCut, "Tỷ lệ tinh giản biên chế công chức", "civil-servant payroll cut"),
                Rate(IndexRank, "Xếp hạng chỉ số CCHC", "PAR Index rank") with
                {
                    Unit = MeasureUnit.Rank,
                    Direction = Direction.Lower,
                },
                Rate(Dossiers, "Số hồ sơ qua dịch vụ bưu chính công ích", "number of dossiers through public postal services") with
                {
                    Unit = MeasureUnit.Count,
                },
            ],
            [
                new ObligationType
                {
                    Code = DigitalPlan,
                    Names = new("Kế hoạch chuyển đổi số", "digital-transformation plan", []),
                    OwedByKinds = [OrgUnitKind.Department],
                    Frequency = "year",
                    LegalBasis = "Kế hoạch của UBND thành phố",
                },
                new ObligationType { Code = ReformPlan, Names = new("Kế hoạch cải cách hành chính", "administrative reform plan", []) },
            ],
            [
                new Inspection(
                    Visit,
                    InspectionDay,
                    "Đoàn kiểm tra CCHC TP Cần Thơ",
                    "Trương Hồng Dự, Phó Trưởng Đoàn kiểm tra CCHC thành phố",
                    [Health, Transport],
                    Newspaper
                ),
            ],
            [HeadOffice(), TrafficSystem()],
            new WorkingCalendar([]),
            [(Health, FullOnline), (Health, Interconnected), (Health, Signed)]
        );

    public static WorkProject HeadOffice() =>
        new()
        {
            Code = new("DA-TRU-SO"),
            Unit = Transport,
            Names = new("Xây dựng trụ sở Trung tâm quản lý giao thông đô thị", "Head office of the Urban Traffic Management Centre", []),
            Progress = Amount(60),
            Expected = Period.Quarter(2023, 2),
            AsOf = InspectionDay,
            Provenance = From("đã hoàn thành 60% công việc"),
        };

    public static WorkProject TrafficSystem() =>
        new()
        {
            Code = new("DA-GIAO-THONG"),
            Unit = Transport,
            Names = new("Hệ thống quản lý giao thông thông minh, giai đoạn 1", "Smart traffic management system, phase 1", []),
            AsOf = InspectionDay,
            Provenance = From("đơn vị đã hoàn thành việc lấy ý kiến đóng góp"),
        };

    public static Amount Amount(decimal value) => new(value);

    public static Difference Difference(decimal signed, MeasureUnit? measure = null, bool? better = null) =>
        new(new(signed), new(Math.Abs(signed)), measure ?? MeasureUnit.Percent, better);

    public static Provenance From(string quote, Source? source = null, DateOnly? asOf = null, int revision = 1) =>
        new(
            source ?? Newspaper,
            quote,
            asOf ?? (source ?? Newspaper).Date,
            "seed",
            new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(7)),
            revision
        );

    public static Figure Number(
        decimal value,
        OrgUnitCode? unit = null,
        IndicatorCode? indicator = null,
        BasisCode? basis = null,
        Period? period = null,
        string words = "",
        MeasureUnit? measure = null,
        Provenance? from = null
    ) =>
        new(
            unit ?? Health,
            indicator ?? FullOnline,
            basis ?? BasisCode.None,
            period ?? Period.Day(InspectionDay),
            new(value),
            words,
            measure ?? MeasureUnit.Percent,
            ObservationStatus.Approved,
            from ?? From("Số lượng dịch vụ công trực tuyến toàn trình đạt 100% so với các thủ tục hành chính đủ điều kiện")
        );

    public static Figure Words(
        string words,
        OrgUnitCode? unit = null,
        IndicatorCode? indicator = null,
        BasisCode? basis = null,
        string quote = "",
        Period? period = null
    ) =>
        new(
            unit ?? Health,
            indicator ?? FullOnlineUsed,
            basis ?? BasisCode.None,
            period ?? Period.Day(InspectionDay),
            null,
            words,
            MeasureUnit.Percent,
            ObservationStatus.Approved,
            From(quote)
        );

    public static Finding Remark(Polarity polarity, string vietnamese, string english, OrgUnitCode? unit = null) =>
        new(unit ?? Health, Visit, polarity, "", new(vietnamese, english, []), From(vietnamese));

    private static OrgUnit Unit(string code, string vietnamese, string english, string alias) =>
        new()
        {
            Code = new(code),
            Kind = OrgUnitKind.Department,
            Names = new(vietnamese, english, [alias]),
        };

    private static Indicator Rate(IndicatorCode code, string vietnamese, string english, params Basis[] bases) =>
        new()
        {
            Code = code,
            Names = new(vietnamese, english, []),
            Unit = MeasureUnit.Percent,
            Bases = [.. bases],
        };
}
