using Bot.Clocks;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Notices;
using Bot.Store.Rows;

namespace Bot.Tab;

/// <summary>What became of intended notices; the parts add up to what was intended.</summary>
/// <param name="Read">Acknowledged by the recipient.</param>
/// <param name="Arrived">Taken by the channel, not acknowledged.</param>
/// <param name="Planned">Waiting for their moment.</param>
/// <param name="Failed">Given up, or without a way to the recipient.</param>
/// <param name="Suppressed">Rightly not sent.</param>
public sealed record DeliverySum(int Read, int Arrived, int Planned, int Failed, int Suppressed)
{
    /// <summary>All that was intended.</summary>
    public int Intended => Read + Arrived + Planned + Failed + Suppressed;

    internal static DeliverySum Of(IReadOnlyList<DeliveryRow> rows)
    {
        int Count(string state) => rows.Count(r => NameOf(r.State) == state);
        return new(Count("read"), Count("arrived"), Count("planned"), Count("failed"), Count("suppressed"));
    }

    /// <summary>The states as addresses write them.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["read", "arrived", "planned", "failed", "suppressed"];

    internal static string NameOf(DeliveryState state) =>
        state switch
        {
            DeliveryState.Acknowledged => "read",
            DeliveryState.Delivered => "arrived",
            DeliveryState.Planned => "planned",
            DeliveryState.Suppressed => "suppressed",
            _ => "failed",
        };

    /// <summary>Those of one state.</summary>
    public int Of(string state) =>
        state switch
        {
            "read" => Read,
            "arrived" => Arrived,
            "planned" => Planned,
            "suppressed" => Suppressed,
            _ => Failed,
        };
}

/// <summary>One notice for one recipient.</summary>
/// <param name="Row">As it was accounted for.</param>
/// <param name="Recipient">The person; null for a channel, or where the city no longer knows the person.</param>
/// <param name="About">The obligation; null where it is about none.</param>
/// <param name="State">What became of it, as addresses write it.</param>
public sealed record DeliveryLine(DeliveryRow Row, Contact? Recipient, ObligationKey? About, string State);

/// <summary>What the page of notices shows.</summary>
/// <param name="Since">The first day.</param>
/// <param name="Sum">All of them.</param>
/// <param name="Lines">Those of the state that is asked for, on this page, the newest first.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Count">How many there are on all pages.</param>
public sealed record DeliveriesView(DateOnly Since, DeliverySum Sum, IReadOnlyList<DeliveryLine> Lines, int Pages, int Count);

/// <summary>Gathers what became of the notices of the last seven days.</summary>
internal sealed class DeliveryViews(NoticeLedger ledger, ContactBook contacts, CatalogueCache catalogues, TimeProvider clock)
{
    private const string ContactPrefix = "contact:";
    private const int OnPage = 50;
    private const int Days = 7;

    public async Task<DeliveriesView> OfAsync(TabAddress asked, CancellationToken cancellationToken)
    {
        var since = clock.Today.AddDays(1 - Days);
        var rows = await ledger.DeliveriesSinceAsync(since, cancellationToken);
        List<DeliveryLine> lines = [.. rows.Select(Line).Where(line => asked.State is null || line.State == asked.State)];
        return new(
            since,
            DeliverySum.Of(rows),
            asked.Csv ? lines : [.. lines.Skip((asked.Page - 1) * OnPage).Take(OnPage)],
            Math.Max(1, (lines.Count + OnPage - 1) / OnPage),
            lines.Count
        );
    }

    private DeliveryLine Line(DeliveryRow row) =>
        new(
            row,
            row.Recipient.StartsWith(ContactPrefix, StringComparison.Ordinal)
                ? contacts.ByUpn(row.Recipient[ContactPrefix.Length..])
                : null,
            ObligationKey.Find(row.Obligation, catalogues.Current),
            DeliverySum.NameOf(row.State)
        );
}
