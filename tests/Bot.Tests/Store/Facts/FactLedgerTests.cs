using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Proposals;
using Bot.Indicators.Results;
using Bot.Store.Audit;
using Bot.Store.Facts;
using Bot.Store.Querying;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Store.Facts;

public sealed class FactLedgerTests : IAsyncLifetime
{
    private const string Asked = "value(indicator=outgoing-interconnected;units=STP)";

    private static readonly Contact Inspector = new("inspector@example.org", "3", "", Role.Inspector, null, Language.Vietnamese);

    private TestStore _store = null!;

    private FactLedger Ledger => _store.Services.GetRequiredService<FactLedger>();

    public async Task InitializeAsync() => _store = await TestStore.CreateAsync();

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_proposed_answers_nobody_but_those_who_may_see_it()
    {
        var review = await ProposeAsync();
        Assert.Equal((4, 4), (review.Facts.Count, review.Plain.Count()));
        Assert.Equal("Báo cáo kiểm tra", review.Title);
        Assert.Equal(OpenReason.NoIndicator, Assert.Single(review.Open).Reason);

        Assert.IsType<NoData>(await _store.AskAsync(Asked));
        var seen = await SeenAsync(Inspector);
        Assert.Equal((ObservationStatus.Proposed, "90.5"), (seen.Status, seen.Amount!.ToString()));
        var own = Inspector with { Role = Role.Official, Unit = _store.Catalogue.Unit("STP")!.Code };
        Assert.Equal(ObservationStatus.Proposed, (await SeenAsync(own)).Status);
    }

    [Fact]
    public async Task The_same_document_again_changes_nothing()
    {
        await ProposeAsync();
        var version = _store.Catalogue.Version;
        var again = await ProposeAsync();
        Assert.False(again.IsNew);
        Assert.Equal(version, _store.Catalogue.Version);
    }

    [Fact]
    public async Task A_dry_run_shows_the_same_and_keeps_nothing()
    {
        var shown = await Ledger.ProposeAsync(MadeDocument.Document, MadeDocument.Read(_store.Catalogue), "test", true, default);
        Assert.Equal(4, shown.Facts.Count);
        Assert.Null(await Ledger.FindAsync(shown.Document, default));
    }

    [Fact]
    public async Task Approving_all_takes_the_facts_into_their_tables()
    {
        var review = await ProposeAsync();
        Assert.Equal(4, await Ledger.ApproveAllAsync(review.Document, review.Version, "inspector@example.org", default));

        var figure = Assert.IsType<ValueResult>(await _store.AskAsync(Asked)).Figures[0].Figure;
        Assert.Equal(("90.5", "inspector@example.org"), (figure.Amount!.ToString(), figure.Provenance.RecordedBy));
        Assert.Equal("Báo cáo kiểm tra", figure.Provenance.Source!.Title);
        var finding = Assert.Single(Assert.IsType<FindingsResult>(await _store.AskAsync("findings(units=STP)")).Findings);
        Assert.Equal("KT-2023-03-28-" + finding.Inspection!.Value[^8..], finding.Inspection.Value);
        Assert.IsType<ObligationsResult>(await _store.AskAsync("obligations(units=STP;types=digital-transformation-plan)"));
    }

    [Fact]
    public async Task A_finding_that_cannot_be_filed_leaves_a_doubted_visit_undecided()
    {
        var read = MadeDocument.Read(_store.Catalogue);
        var broken = read with
        {
            Facts =
            [
                .. read.Facts.Select(fact =>
                    fact switch
                    {
                        ProposedFinding finding => finding with { Text = "" },
                        ProposedInspection visit => visit with { Quote = new Quote("not in the text", 0) },
                        _ => fact,
                    }
                ),
            ],
        };
        var review = await Ledger.ProposeAsync(MadeDocument.Document, broken, "test", false, default);

        Assert.Equal(2, await Ledger.ApproveAllAsync(review.Document, review.Version, "inspector@example.org", default));

        var after = (await Ledger.FindAsync(review.Document, default))!;
        Assert.Equal(ProposalState.Proposed, after.Facts.Single(f => f.Fact is ProposedInspection).State);
        Assert.Equal(ProposalState.Proposed, after.Facts.Single(f => f.Fact is ProposedFinding).State);
    }

    [Fact]
    public async Task Of_two_who_approve_the_same_one_is_turned_away()
    {
        var fact = Figure(await ProposeAsync());
        var approve = new FactDecision(FactAction.Approve, fact.Id, fact.Version);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(i => Task.Run(() => Ledger.DecideAsync(approve, $"inspector{i}", default)))
        );
        Assert.Equal([DecisionOutcome.Done, DecisionOutcome.Outdated], outcomes.Order());
    }

    [Fact]
    public async Task A_correction_needs_a_reason_and_brings_the_right_value()
    {
        var review = await ProposeAsync();
        var fact = Figure(review);
        var correct = new FactDecision(FactAction.Correct, fact.Id, fact.Version, "92,25%");
        Assert.Equal(DecisionOutcome.Refused, await Ledger.DecideAsync(correct, "i", default));
        Assert.Equal(DecisionOutcome.Refused, await Ledger.DecideAsync(correct with { Value = "192", Reason = "x" }, "i", default));
        Assert.Equal(DecisionOutcome.Done, await Ledger.DecideAsync(correct with { Reason = "bản ký ngày 30/03" }, "i", default));
        Assert.Equal("92.25", Assert.IsType<ValueResult>(await _store.AskAsync(Asked)).Figures[0].Figure.Amount!.ToString());

        var after = Figure((await Ledger.FindAsync(review.Document, default))!);
        Assert.Equal((ProposalState.Approved, "bản ký ngày 30/03", "i"), (after.State, after.Reason, after.DecidedBy));
    }

    [Fact]
    public async Task What_was_approved_is_taken_back_with_a_reason()
    {
        var review = await ProposeAsync();
        await Ledger.ApproveAllAsync(review.Document, review.Version, "i", default);
        foreach (var fact in (await Ledger.FindAsync(review.Document, default))!.Facts)
        {
            var withdraw = new FactDecision(FactAction.Withdraw, fact.Id, fact.Version, Reason: "nhầm đơn vị");
            Assert.Equal(DecisionOutcome.Done, await Ledger.DecideAsync(withdraw, "i", default));
        }

        Assert.IsType<NoData>(await _store.AskAsync(Asked));
        Assert.IsType<NoData>(await _store.AskAsync("findings(units=STP)"));
    }

    [Fact]
    public async Task A_refusal_never_takes_back_what_was_approved_from_elsewhere()
    {
        var review = await ProposeAsync();
        await _store.ImportAsync(
            "observations.csv",
            "org_unit,indicator,basis,period,value\nSTP,outgoing-interconnected,outgoing,2023-03-28,90.5\n"
        );
        var fact = Figure(review);
        Assert.Equal(
            DecisionOutcome.Done,
            await Ledger.DecideAsync(new FactDecision(FactAction.Reject, fact.Id, fact.Version), "i", default)
        );
        Assert.IsType<ValueResult>(await _store.AskAsync(Asked));
    }

    [Fact]
    public async Task What_is_refused_is_seen_by_nobody()
    {
        var fact = Figure(await ProposeAsync());
        await Ledger.DecideAsync(new FactDecision(FactAction.Reject, fact.Id, fact.Version), "i", default);
        Assert.IsType<NoData>(await _store.AskAsync(Asked, new QueryScope(TestStore.Today, Inspector)));
    }

    [Theory]
    [InlineData(70, FactDoubt.NotInQuote)]
    [InlineData(190, FactDoubt.OutOfRange)]
    public async Task What_cannot_be_so_is_doubted_and_left_out_of_approving_all(int value, FactDoubt doubt)
    {
        var review = await ProposeAsync(value);
        Assert.Contains(doubt, Figure(review).Doubts);
        Assert.Equal(3, await Ledger.ApproveAllAsync(review.Document, review.Version, "i", default));
        Assert.IsType<NoData>(await _store.AskAsync(Asked));
    }

    [Fact]
    public async Task Another_value_in_the_store_stands_beside_the_proposal()
    {
        await _store.ImportAsync(
            "observations.csv",
            "org_unit,indicator,basis,period,value\nSTP,outgoing-interconnected,outgoing,2023-03-28,88\n"
        );
        var fact = Figure(await ProposeAsync());
        Assert.Equal(FactDoubt.OtherStored, Assert.Single(fact.Doubts));
        Assert.Equal(88m, Assert.IsType<ProposedObservation>(fact.Stored).Value);
        await Ledger.DecideAsync(new FactDecision(FactAction.Approve, fact.Id, fact.Version), "i", default);
        Assert.Equal("90.5", Assert.IsType<ValueResult>(await _store.AskAsync(Asked)).Figures[0].Figure.Amount!.ToString());
    }

    [Fact]
    public async Task Every_step_stands_in_the_audit_log()
    {
        var review = await ProposeAsync();
        var fact = Figure(review);
        await Ledger.DecideAsync(new FactDecision(FactAction.Approve, fact.Id, fact.Version), "an", default);
        await Ledger.DecideAsync(new FactDecision(FactAction.Withdraw, fact.Id, fact.Version + 1, Reason: "nhầm"), "bình", default);

        var log = _store.Services.GetRequiredService<AuditLog>();
        var entries = await log.Export()
            .Rows.Select(row => (Action: row[3], By: row[2], Old: row[6], New: row[7], Reason: row[9]))
            .ToListAsync();
        Assert.Equal(["import", "fact/propose", "fact/approve", "fact/withdraw"], entries.Select(e => e.Action));
        Assert.Contains("value=90.5", entries[2].New, StringComparison.Ordinal);
        Assert.Contains("value=90.5", entries[3].Old, StringComparison.Ordinal);
        Assert.Equal(("bình", "nhầm"), (entries[3].By, entries[3].Reason));
        Assert.Equal(AuditFault.None, (await log.VerifyAsync(default)).Fault);
    }

    private async Task<Figure> SeenAsync(Contact asker) =>
        Assert.IsType<ValueResult>(await _store.AskAsync(Asked, new QueryScope(TestStore.Today, asker))).Figures[0].Figure;

    private Task<DocumentReview> ProposeAsync(decimal value = 90.5m) =>
        Ledger.ProposeAsync(MadeDocument.Document, MadeDocument.Read(_store.Catalogue, value), "test", dryRun: false, default);

    private static ReviewedFact Figure(DocumentReview review) => review.Facts.Single(f => f.Fact is ProposedObservation);
}
