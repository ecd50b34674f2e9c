using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;

namespace Bot.Tests.Indicators;

/// <summary>Three units, two indicators and two plans: enough to write and read queries over.</summary>
internal static class SmallCatalogue
{
    public static Catalogue Instance { get; } =
        new(
            1,
            [Unit("SYT", "Sở Y tế"), Unit("SGTVT", "Sở Giao thông vận tải"), Unit("CT", "Thành phố Cần Thơ", OrgUnitKind.City)],
            [
                new Indicator
                {
                    Code = new("full-online-offered"),
                    Names = new("Tỷ lệ dịch vụ công trực tuyến toàn trình", "full-process online service rate", []),
                    Unit = MeasureUnit.Percent,
                    Bases =
                    [
                        new Basis(new("eligible"), new("số thủ tục đủ điều kiện", "eligible procedures", [])),
                        new Basis(new("all-procedures"), new("tổng số thủ tục", "all procedures", [])),
                    ],
                },
                new Indicator
                {
                    Code = new("payroll-cut"),
                    Names = new("Tỷ lệ tinh giản biên chế", "payroll cut", []),
                    Unit = MeasureUnit.Percent,
                },
            ],
            [Type("reform-plan", "Kế hoạch cải cách hành chính"), Type("digital-transformation-plan", "Kế hoạch chuyển đổi số")],
            [new Inspection(new("KT-1"), new(2023, 3, 28), "Đoàn kiểm tra", "", [new OrgUnitCode("SYT")], null)],
            [],
            new WorkingCalendar([]),
            []
        );

    private static OrgUnit Unit(string code, string name, OrgUnitKind kind = OrgUnitKind.Department) =>
        new()
        {
            Code = new(code),
            Kind = kind,
            Names = new(name, name, []),
        };

    private static ObligationType Type(string code, string name) => new() { Code = new(code), Names = new(name, name, []) };
}
