using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Store.Querying;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Bot.Store.Tables.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Facts;

/// <summary>Values that are far from those of the period before.</summary>
internal static class Jumps
{
    // A rate that moves further than this between two periods is looked at again; so is anything else that trebles or falls to a third.
    private const decimal FarPoints = 30;
    private const decimal FarTimes = 3;

    // More new values than this are no month's report; each would be asked for by itself.
    private const int MostLookedAt = 1000;

    /// <summary>The value of the last period before that is as long, where the new one is far from it; null otherwise.</summary>
    public static async Task<(Period Period, decimal Value)?> BeforeAsync(
        BotContext db,
        ObservationRow row,
        bool percent,
        CancellationToken cancellationToken
    )
    {
        if (row.Value is not { } value || !Period.TryParse(row.Period, out var period))
        {
            return null;
        }

        var recorded = await db.Set<ObservationRow>()
            .AsNoTracking()
            .Where(r => r.OrgUnit == row.OrgUnit && r.Indicator == row.Indicator && r.Basis == row.Basis)
            .Where(r => r.IsCurrent && r.Status == ObservationStatus.Approved && r.Value != null)
            .Select(r => new { r.Period, r.Value })
            .ToListAsync(cancellationToken);
        var before = recorded
            .Select(r => (Period: Period.TryParse(r.Period, out var p) ? p : null, Value: r.Value!.Value))
            .Where(r => r.Period is { } p && p.Last < period.Last && Comparability.SameLength(p, period))
            .OrderBy(r => r.Period!.Last)
            .LastOrDefault();
        return
            before.Period is not null
            && (percent ? Math.Abs(value - before.Value) > FarPoints : value > before.Value * FarTimes || value * FarTimes < before.Value)
            ? (before.Period, before.Value)
            : null;
    }

    /// <summary>Names the jumps among the approved values that an import has just written in the context's transaction.</summary>
    public static async Task FlagAsync(BotContext db, KnownCodes known, Stamp stamp, CancellationToken cancellationToken)
    {
        var written = await db.Set<ObservationRow>()
            .AsNoTracking()
            .Where(r => r.RecordedAt == stamp.At && r.IsCurrent && r.Status == ObservationStatus.Approved && r.Value != null)
            .OrderBy(r => r.Id)
            .Take(MostLookedAt + 1)
            .ToListAsync(cancellationToken);
        if (written.Count > MostLookedAt)
        {
            known.Flags.Add(new RowError("observations", 0, "value", RowFault.NotCompared, [$"{MostLookedAt}"]));
            return;
        }

        foreach (var row in written)
        {
            var percent = known.Measures.GetValueOrDefault(row.Indicator) == "percent";
            if (await BeforeAsync(db, row, percent, cancellationToken) is var (period, value))
            {
                known.Flags.Add(
                    new RowError(row.RecordedFrom, 0, "value", RowFault.Jump, [row.Key, row.Value.Cell(), value.Cell(), period.ToString()])
                );
            }
        }
    }
}
