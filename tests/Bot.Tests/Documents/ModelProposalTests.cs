using Bot.Cards;
using Bot.Cards.Review;
using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Store.Facts;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Documents;

/// <summary>What a model proposed waits for a person, who decides on it by itself.</summary>
public sealed class ModelProposalTests
{
    private const string Text = "Sở Nội vụ: tỷ lệ văn bản đi gửi liên thông đạt 88%.";

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task To_approve_all_passes_it_over(bool byModel, int approved)
    {
        await using var store = await TestStore.CreateAsync("catalog");
        var ledger = store.Services.GetRequiredService<FactLedger>();
        var review = await ledger.ProposeAsync(new SourceDocument("r.txt", Text), Read(store, byModel), "import", false, default);
        Assert.Equal(byModel, Assert.Single(review.Facts).Doubts.AsSpan().Contains(FactDoubt.ByModel));
        Assert.Empty(review.Open);
        // The channel is told that AI took part, wherever the card is posted.
        var context = new CardContext(Language.Vietnamese, Surface.Teams, store.Catalogue, TestStore.Today);
        Assert.Equal(byModel, ReviewCards.Of(review, page: 1, context).Assisted);

        Assert.Equal(approved, await ledger.ApproveAllAsync(review.Document, review.Version, "import", default));

        var fact = Assert.Single((await ledger.FindAsync(review.Document, default))!.Facts);
        Assert.Equal(byModel, fact.State == ProposalState.Proposed);
        Assert.Equal(byModel, fact.Fact.ByModel);
    }

    [Fact]
    public async Task A_person_approves_it()
    {
        await using var store = await TestStore.CreateAsync("catalog");
        var ledger = store.Services.GetRequiredService<FactLedger>();
        var review = await ledger.ProposeAsync(new SourceDocument("r.txt", Text), Read(store, byModel: true), "import", false, default);
        var fact = Assert.Single(review.Facts);

        var outcome = await ledger.DecideAsync(
            new FactDecision(FactAction.Approve, fact.Id, fact.Version),
            "inspector@example.org",
            default
        );

        Assert.Equal(DecisionOutcome.Done, outcome);
    }

    private static Extraction Read(TestStore store, bool byModel)
    {
        var indicator = store.Catalogue.Indicators.First(i => i.Code.Value == "outgoing-interconnected");
        return new(
            [
                new ProposedObservation
                {
                    ByModel = byModel,
                    Quote = new Quote("tỷ lệ văn bản đi gửi liên thông đạt 88%", 11),
                    Unit = store.Catalogue.Units.First(u => u.Code.Value == "SNV").Code,
                    Indicator = indicator.Code,
                    Basis = indicator.Bases[0].Code,
                    Period = Period.Day(new(2023, 3, 28)),
                    Value = 88,
                },
            ],
            []
        );
    }
}
