using Bot.Cards;
using Bot.Cards.Review;
using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using static Bot.Testing.Figures;

namespace Bot.Tests.Cards;

/// <summary>Every card about proposals, by the name of its golden file.</summary>
internal static class ReviewGallery
{
    private static readonly DateTimeOffset At = new(2023, 4, 3, 2, 20, 0, TimeSpan.Zero);

    public static DocumentReview Review { get; } =
        new()
        {
            Document = "6f1ed002ab5595859014ebf0951522d9",
            Title = "Cần đẩy nhanh tiến độ chuyển đổi số",
            PublishedOn = InspectionDay,
            ProposedBy = "inspector@example.org",
            Facts =
            [
                Fact(1, Interconnected, BasisCode.None, 90, "tỷ lệ văn bản đi gửi liên thông đến các cơ quan đạt 90%"),
                Fact(2, FullOnline, AllProcedures, 80, "80% so với tổng số thủ tục hành chính thuộc thẩm quyền của Sở") with
                {
                    Doubts = [FactDoubt.OtherStored],
                    Stored = Observation(FullOnline, AllProcedures, 82, ""),
                },
                new()
                {
                    Id = 3,
                    Fact = new ProposedObligation
                    {
                        Quote = new("chưa ban hành kế hoạch chuyển đổi số năm 2023", 40),
                        Unit = Health,
                        Type = DigitalPlan,
                        Period = Period.Year(2023),
                        Issued = false,
                    },
                    Unit = Health,
                    State = ProposalState.Proposed,
                    Version = 0,
                },
                Fact(4, Signed, BasisCode.None, 100, "Tỷ lệ văn bản đi được ký số 1 lớp đạt 100%") with
                {
                    State = ProposalState.Approved,
                    Version = 1,
                    DecidedBy = "inspector@example.org",
                    DecidedAt = At,
                },
                new()
                {
                    Id = 5,
                    Fact = new ProposedFinding
                    {
                        Quote = new("công tác văn thư - lưu trữ chưa được quan tâm đúng mức", 90),
                        Unit = Health,
                        Polarity = Polarity.Limitation,
                        Text = "Công tác văn thư - lưu trữ chưa được quan tâm đúng mức",
                    },
                    Unit = Health,
                    State = ProposalState.Proposed,
                    Version = 0,
                },
                new()
                {
                    Id = 6,
                    Fact = new ProposedProject
                    {
                        Quote = new("đã hoàn thành 60% công việc", 120),
                        Unit = Transport,
                        Name = "xây dựng trụ sở làm việc của Trung tâm quản lý giao thông đô thị",
                        Progress = 60,
                        Expected = Period.Quarter(2023, 2),
                        AsOf = InspectionDay,
                    },
                    Unit = Transport,
                    State = ProposalState.Proposed,
                    Version = 0,
                },
            ],
            Open =
            [
                new(new("", 0), OpenReason.Picture, "3, 5-9", []),
                new(new("Sở Nông lâm đạt 70%", 200), OpenReason.UnknownUnit, "Sở Nông lâm", ["Sở Nông nghiệp và Phát triển nông thôn"]),
            ],
        };

    public static IEnumerable<(string Name, CardMessage Message)> For(CardContext context)
    {
        yield return ("review", ReviewCards.Of(Review, 1, context));
        yield return ("review-last-page", ReviewCards.Of(Review, 2, context));
        yield return ("review-outdated", ReviewCards.Of(Review, 1, context, ReviewCards.Changed(Review, context)));
        yield return ("review-correct", ReviewCards.Form(FactAction.Correct, Review, Review.Facts[1], new(1), context));
        yield return (
            "review-correct-plan",
            ReviewCards.Form(FactAction.Correct, Review, Review.Facts[2], new(1, "missing", "", ReviewCards.Refused(context)), context)
        );
        yield return ("review-withdraw", ReviewCards.Form(FactAction.Withdraw, Review, Review.Facts[3], new(1), context));
        yield return (
            "review-done",
            ReviewCards.Of(
                Review with
                {
                    Facts =
                    [
                        .. Review.Facts.Select(f =>
                            f with
                            {
                                State = ProposalState.Rejected,
                                DecidedBy = "inspector@example.org",
                                DecidedAt = At,
                            }
                        ),
                    ],
                    Open = [],
                },
                1,
                context
            )
        );
        yield return ("review-none", ReviewCards.Of(Review with { Facts = [] }, 1, context));
    }

    private static ReviewedFact Fact(long id, IndicatorCode indicator, BasisCode basis, decimal value, string quote) =>
        new()
        {
            Id = id,
            Fact = Observation(indicator, basis, value, quote),
            Unit = Health,
            State = ProposalState.Proposed,
            Version = 0,
        };

    private static ProposedObservation Observation(IndicatorCode indicator, BasisCode basis, decimal value, string quote) =>
        new()
        {
            Quote = new(quote, 10),
            Unit = Health,
            Indicator = indicator,
            Basis = basis,
            Period = Period.Day(InspectionDay),
            Value = value,
            AsOf = InspectionDay,
        };
}
