using Bot.Indicators;
using Bot.Indicators.Proposals;
using Bot.Store.Audit;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Facts;

/// <summary>Carries out decisions in the context's transaction; the caller commits where they are done.</summary>
internal sealed class Deciding(BotContext db, Stamp stamp)
{
    public async Task<DecisionOutcome> RunAsync(FactDecision decision, CancellationToken cancellationToken)
    {
        var row = await db.Set<ProposalRow>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == decision.Fact, cancellationToken);
        if (row is null || row.Version != decision.Version || !IsOpenTo(row.State, decision.Action))
        {
            return DecisionOutcome.Outdated;
        }

        if (decision.Action is FactAction.Correct or FactAction.Withdraw && string.IsNullOrWhiteSpace(decision.Reason))
        {
            return DecisionOutcome.Refused;
        }

        var table = FactTables.Named(row.Table);
        var cells = Reviews.Cells(row);
        var kept = decision.Action == FactAction.Correct ? table.Corrected(cells, decision.Value) : cells;
        if (kept is null)
        {
            return DecisionOutcome.Refused;
        }

        var siblings = await db.Set<ProposalRow>().AsNoTracking().Where(p => p.Document == row.Document).ToListAsync(cancellationToken);
        var known = await Reviews.KnownAsync(db, siblings, cancellationToken);
        if (row.Table == "findings" && decision.Action is FactAction.Approve or FactAction.Correct)
        {
            // A finding that cannot be filed leaves its visit undecided.
            if (table.KeyOf(kept, known, []) is null)
            {
                return DecisionOutcome.Refused;
            }

            kept = await UnderItsInspectionAsync(table, kept, siblings, cancellationToken);
        }

        var done = decision.Action switch
        {
            FactAction.Approve => await FileAsync(table, kept, ObservationStatus.Approved, known, cancellationToken),
            FactAction.Correct => await ReplaceAsync(table, row, cells, kept, known, cancellationToken),
            FactAction.Reject => await RefuseAsync(table, cells, known, cancellationToken),
            _ => await TakeBackAsync(table, cells, known, cancellationToken),
        };
        if (done is not var (old, @new))
        {
            return DecisionOutcome.Refused;
        }

        // One of two at once finds another version here and is turned away.
        var state = StateAfter(decision.Action);
        var changed = await db.Set<ProposalRow>()
            .Where(p => p.Id == row.Id && p.Version == row.Version)
            .ExecuteUpdateAsync(
                p =>
                    p.SetProperty(r => r.State, state)
                        .SetProperty(r => r.Version, row.Version + 1)
                        .SetProperty(r => r.Cells, Reviews.Write(kept))
                        .SetProperty(r => r.DecidedBy, stamp.By)
                        .SetProperty(r => r.DecidedAt, stamp.At)
                        .SetProperty(r => r.Reason, decision.Reason),
                cancellationToken
            );
        if (changed == 0)
        {
            return DecisionOutcome.Outdated;
        }

        var entry = new AuditEntry(
            "fact/" + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(decision.Action.ToString()),
            table.Name,
            table.KeyOf(kept, known, []) ?? "",
            old is null ? "" : AuditCells.Of(table, old),
            @new is null ? "" : AuditCells.Of(table, @new),
            row.Document,
            decision.Reason
        );
        await AuditChain.AppendAsync(db, stamp, [entry], cancellationToken);
        return DecisionOutcome.Done;
    }

    private static bool IsOpenTo(ProposalState state, FactAction action) =>
        action switch
        {
            FactAction.Approve or FactAction.Reject => state == ProposalState.Proposed,
            FactAction.Correct => state is ProposalState.Proposed or ProposalState.Approved,
            _ => state == ProposalState.Approved,
        };

    private static ProposalState StateAfter(FactAction action) =>
        action switch
        {
            FactAction.Reject => ProposalState.Rejected,
            FactAction.Withdraw => ProposalState.Withdrawn,
            _ => ProposalState.Approved,
        };

    // A finding is filed under the visit of its document: the visit is approved with it, and left out where it was refused.
    private async Task<IReadOnlyList<string>> UnderItsInspectionAsync(
        TableDefinition table,
        IReadOnlyList<string> cells,
        List<ProposalRow> siblings,
        CancellationToken cancellationToken
    )
    {
        var code = table.Cell(cells, "inspection");
        if (siblings.Find(p => p.Table == "inspections" && Reviews.Cells(p)[0] == code) is not { } visit)
        {
            return cells;
        }

        if (visit.State == ProposalState.Proposed)
        {
            await RunAsync(new FactDecision(FactAction.Approve, visit.Id, visit.Version), cancellationToken);
        }

        return await db.Set<InspectionRow>().AnyAsync(i => i.Key == code && i.IsCurrent, cancellationToken)
            ? cells
            : table.With(cells, ("inspection", ""));
    }

    // The store's row before and after; null where the row cannot be.
    private async Task<(IReadOnlyList<string>? Old, IReadOnlyList<string>? New)?> FileAsync(
        TableDefinition table,
        IReadOnlyList<string> cells,
        ObservationStatus status,
        KnownCodes known,
        CancellationToken cancellationToken
    )
    {
        List<RowError> errors = [];
        if (table.KeyOf(cells, known, errors) is not { } key || status == ObservationStatus.Approved && known.Flags.Count > 0)
        {
            return null;
        }

        var stored = await table.CountingAsync(db, key, cancellationToken);
        if (status == ObservationStatus.Approved && stored is not null && table.Says(stored, cells))
        {
            // The store says so already.
            return (stored, stored);
        }

        var row = table.Over(stored, cells);
        if (table.Name == "observations")
        {
            row = table.With(row, ("status", Tables.Definitions.CellText.Cell(status)));
        }

        await table.Read([table.Raw("", row)], known, errors).StageAsync(db, first: false, stamp, cancellationToken);
        return errors.Count == 0 ? (stored, row) : null;
    }

    // A correction of what was approved takes the old row back where its key changes with it.
    private async Task<(IReadOnlyList<string>? Old, IReadOnlyList<string>? New)?> ReplaceAsync(
        TableDefinition table,
        ProposalRow row,
        IReadOnlyList<string> old,
        IReadOnlyList<string> corrected,
        KnownCodes known,
        CancellationToken cancellationToken
    )
    {
        if (row.State == ProposalState.Approved && table.KeyOf(old, known, []) is { } key && key != table.KeyOf(corrected, known, []))
        {
            await table.WithdrawAsync(db, key, stamp, cancellationToken);
        }

        var filed = await FileAsync(table, corrected, ObservationStatus.Approved, known, cancellationToken);
        return filed is var (before, after) ? (before ?? old, after) : null;
    }

    // A figure that was shown as proposed is shown so no longer; other tables never had it.
    private async Task<(IReadOnlyList<string>? Old, IReadOnlyList<string>? New)?> RefuseAsync(
        TableDefinition table,
        IReadOnlyList<string> cells,
        KnownCodes known,
        CancellationToken cancellationToken
    )
    {
        if (table.Name == "observations" && table.KeyOf(cells, known, []) is { } key)
        {
            var last = await db.Set<ObservationRow>()
                .AsNoTracking()
                .Where(o => o.Key == key)
                .OrderByDescending(o => o.Revision)
                .FirstOrDefaultAsync(cancellationToken);
            // Only its own proposal: refusing what is approved elsewhere would take that back.
            if (
                last is { Status: ObservationStatus.Proposed }
                && new Tables.Definitions.ObservationTable().Write(last).SequenceEqual(cells)
            )
            {
                await FileAsync(table, cells, ObservationStatus.Rejected, known, cancellationToken);
            }
        }

        return (cells, null);
    }

    private async Task<(IReadOnlyList<string>? Old, IReadOnlyList<string>? New)?> TakeBackAsync(
        TableDefinition table,
        IReadOnlyList<string> cells,
        KnownCodes known,
        CancellationToken cancellationToken
    )
    {
        // What was changed since by somebody else is not this proposal's to take back.
        if (
            table.KeyOf(cells, known, []) is not { } key
            || await table.CountingAsync(db, key, cancellationToken) is not { } stored
            || !table.Says(stored, cells)
        )
        {
            return null;
        }

        if (table.Name == "observations")
        {
            await FileAsync(table, stored, ObservationStatus.Rejected, known, cancellationToken);
        }
        else
        {
            await table.WithdrawAsync(db, key, stamp, cancellationToken);
        }

        return (stored, await table.CountingAsync(db, key, cancellationToken));
    }
}
