using Bot.Indicators;

namespace Bot.Store.Rows;

/// <summary>What an indicator must reach by a period; the scope is a unit, a kind (<c>kind:department</c>) or empty for all.</summary>
internal sealed class TargetRow : RevisedRow
{
    public string Indicator { get; set; } = "";

    public string Basis { get; set; } = "";

    public string Scope { get; set; } = "";

    public string Period { get; set; } = "";

    public Comparator Comparator { get; set; }

    public decimal Value { get; set; }

    public string LegalBasis { get; set; } = "";
}
