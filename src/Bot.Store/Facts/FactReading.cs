using System.Globalization;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Store.Tables;

namespace Bot.Store.Facts;

/// <summary>Rows back to facts, as cards show them; null where the catalogue no longer has what they name.</summary>
internal sealed class FactReading(Catalogue catalogue)
{
    public ProposedFact? Of(TableDefinition table, IReadOnlyList<string> cells, Quote quote)
    {
        var row = table.Columns.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        return table.Name switch
        {
            "observations" => Observation(row, quote),
            "targets" => Target(row, quote),
            "obligations" => Obligation(row, quote),
            "findings" => Finding(row, quote),
            "inspections" => Inspection(row, quote),
            "projects" => Project(row, quote),
            _ => null,
        };
    }

    private ProposedObservation? Observation(Dictionary<string, string> row, Quote quote) =>
        catalogue.Unit(row["org_unit"]) is { } unit
        && catalogue.Indicator(row["indicator"]) is { } indicator
        && Basis(indicator, row["basis"]) is { } basis
        && Period.TryParse(row["period"], out var period)
            ? new ProposedObservation
            {
                Quote = quote,
                Unit = unit.Code,
                Indicator = indicator.Code,
                Basis = basis,
                Period = period,
                Value = Number(row["value"]),
                Text = row["text"],
                AsOf = Day(row["as_of"]),
            }
            : null;

    private ProposedTarget? Target(Dictionary<string, string> row, Quote quote) =>
        catalogue.Indicator(row["indicator"]) is { } indicator
        && Basis(indicator, row["basis"]) is { } basis
        && Period.TryParse(row["period"], out var period)
        && Number(row["value"]) is { } value
            ? new ProposedTarget
            {
                Quote = quote,
                Indicator = indicator.Code,
                Basis = basis,
                Unit = catalogue.Unit(row["org_unit"])?.Code,
                Kind = row["org_unit"].StartsWith("kind:", StringComparison.Ordinal) ? OrgUnitKinds.TryParse(row["org_unit"][5..]) : null,
                Period = period,
                Comparator = row["comparator"] == "<=" ? Comparator.AtMost : Comparator.AtLeast,
                Value = value,
                LegalBasis = row["legal_basis"],
            }
            : null;

    private ProposedObligation? Obligation(Dictionary<string, string> row, Quote quote) =>
        catalogue.Unit(row["org_unit"]) is { } unit
        && catalogue.ObligationType(row["type"]) is { } type
        && Period.TryParse(row["period"], out var period)
            ? new ProposedObligation
            {
                Quote = quote,
                Unit = unit.Code,
                Type = type.Code,
                Period = period,
                Issued = row["status"] == "issued",
                DocumentNumber = row["document_number"],
                IssuedOn = Day(row["issued_on"]),
            }
            : null;

    private ProposedFinding? Finding(Dictionary<string, string> row, Quote quote) =>
        catalogue.Unit(row["org_unit"]) is { } unit
            ? new ProposedFinding
            {
                Quote = quote,
                Unit = unit.Code,
                Polarity = Enum.Parse<Polarity>(row["polarity"], ignoreCase: true),
                Area = row["area"],
                Text = row["text_vi"],
            }
            : null;

    private ProposedInspection? Inspection(Dictionary<string, string> row, Quote quote) =>
        Day(row["date"]) is { } date
            ? new ProposedInspection
            {
                Quote = quote,
                Date = date,
                Team = row["team"],
                Lead = row["lead"],
                Units =
                [
                    .. row["units"]
                        .Split('|', StringSplitOptions.RemoveEmptyEntries)
                        .Select(code => catalogue.Unit(code)?.Code)
                        .OfType<OrgUnitCode>(),
                ],
            }
            : null;

    private ProposedProject? Project(Dictionary<string, string> row, Quote quote) =>
        catalogue.Unit(row["org_unit"]) is { } unit
            ? new ProposedProject
            {
                Quote = quote,
                Unit = unit.Code,
                Name = row["name_vi"],
                Progress = Number(row["progress"]),
                Expected = Period.TryParse(row["expected"], out var expected) ? expected : null,
                AsOf = Day(row["as_of"]),
            }
            : null;

    private static BasisCode? Basis(Indicator indicator, string code) =>
        code.Length == 0 ? BasisCode.None : indicator.Bases.FirstOrDefault(basis => basis.Code.Value == code)?.Code;

    private static decimal? Number(string cell) =>
        decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string cell) => DateOnly.TryParseExact(cell, "yyyy-MM-dd", out var day) ? day : null;
}
