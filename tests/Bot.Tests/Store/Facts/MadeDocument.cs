using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Store.Facts;

namespace Bot.Tests.Store.Facts;

/// <summary>A short report and what a reader makes of it, for tests of what happens afterwards.</summary>
internal static class MadeDocument
{
    public const string Text =
        "Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Tư pháp. Tỷ lệ văn bản đi gửi liên thông đạt 90,5%. "
        + "Sở Tư pháp chưa ban hành kế hoạch chuyển đổi số năm 2023. Hạn chế: hồ sơ trễ hạn còn nhiều.";

    public static SourceDocument Document { get; } = new("bao-cao.txt", Text);

    public static Extraction Read(Catalogue catalogue, decimal value = 90.5m)
    {
        var unit = catalogue.Unit("STP")!.Code;
        var day = new DateOnly(2023, 3, 28);
        return new Extraction(
            [
                new ProposedInspection
                {
                    Quote = Quote("Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Tư pháp"),
                    Date = day,
                    Team = "Đoàn kiểm tra",
                    Units = [unit],
                },
                new ProposedObservation
                {
                    Quote = Quote("Tỷ lệ văn bản đi gửi liên thông đạt 90,5%"),
                    Unit = unit,
                    Indicator = catalogue.Indicator("outgoing-interconnected")!.Code,
                    Basis = catalogue.Indicator("outgoing-interconnected")!.Bases.Single(b => b.Code.Value == "outgoing").Code,
                    Period = Period.Day(day),
                    Value = value,
                    AsOf = day,
                },
                new ProposedObligation
                {
                    Quote = Quote("chưa ban hành kế hoạch chuyển đổi số năm 2023"),
                    Unit = unit,
                    Type = catalogue.ObligationType("digital-transformation-plan")!.Code,
                    Period = Period.Year(2023),
                    Issued = false,
                },
                new ProposedFinding
                {
                    Quote = Quote("hồ sơ trễ hạn còn nhiều"),
                    Unit = unit,
                    Polarity = Polarity.Limitation,
                    Text = "Hồ sơ trễ hạn còn nhiều",
                },
            ],
            [new OpenPassage(Quote("Sở Tư pháp"), OpenReason.NoIndicator, "5", ["Sở Tài chính"])]
        )
        {
            PublishedOn = day,
            Title = "Báo cáo kiểm tra",
        };
    }

    private static Quote Quote(string words) => new(words, Text.IndexOf(words, StringComparison.Ordinal));
}
