using Bot.Indicators;
using Bot.Indicators.Proposals;
using Bot.Indicators.Queries;
using Bot.Store.Tables.Definitions;

namespace Bot.Store.Facts;

/// <summary>Proposed facts as the rows of the contract's tables that they would be, without their quote's place.</summary>
internal sealed class FactCells(string source, IReadOnlyList<ProposedInspection> inspections, Codes codes)
{
    public IReadOnlyList<string> Of(ProposedFact fact) =>
        fact switch
        {
            ProposedObservation o =>
            [
                o.Unit.Value,
                o.Indicator.Value,
                o.Basis.Value,
                o.Period.ToString(),
                o.Value.Cell(),
                o.Text,
                o.AsOf.Cell(),
                source,
                ObservationStatus.Proposed.Cell(),
                o.Quote.Text,
            ],
            ProposedTarget t =>
            [
                t.Indicator.Value,
                t.Basis.Value,
                t.Unit?.Value ?? (t.Kind is { } kind ? "kind:" + OrgUnitKinds.Text(kind) : ""),
                t.Period.ToString(),
                Comparators.Text(t.Comparator),
                t.Value.Cell(),
                t.LegalBasis,
            ],
            ProposedObligation o =>
            [
                o.Unit.Value,
                o.Type.Value,
                o.Period.ToString(),
                "",
                o.Issued ? "issued" : "missing",
                o.DocumentNumber,
                o.IssuedOn.Cell(),
                source,
                o.Quote.Text,
            ],
            ProposedFinding f =>
            [
                f.Unit.Value,
                inspections.FirstOrDefault(i => i.Units.Contains(f.Unit)) is { } inspection ? codes.Of(inspection) : "",
                f.Polarity.Cell(),
                f.Area,
                f.Text,
                "",
                source,
                f.Quote.Text,
            ],
            ProposedInspection i =>
            [
                codes.Of(i),
                i.Date.Cell(),
                i.Team,
                i.Lead,
                string.Join('|', i.Units.Select(unit => unit.Value)),
                source,
            ],
            ProposedProject p =>
            [
                codes.Of(p),
                p.Unit.Value,
                p.Name,
                "",
                p.Progress.Cell(),
                MeasureUnit.Percent.Code,
                p.Expected?.ToString() ?? "",
                p.AsOf.Cell(),
                source,
                p.Quote.Text,
            ],
            _ => throw new System.Diagnostics.UnreachableException(fact.GetType().Name),
        };
}
