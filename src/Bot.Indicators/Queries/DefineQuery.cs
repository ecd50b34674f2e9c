namespace Bot.Indicators.Queries;

/// <summary>What an indicator, a plan or a report is. Exactly one of the two is set.</summary>
public sealed record DefineQuery : StoreQuery
{
    /// <summary>The indicator.</summary>
    public IndicatorCode? Indicator { get; init; }

    /// <summary>The plan or report.</summary>
    public ObligationTypeCode? ObligationType { get; init; }

    /// <inheritdoc />
    public override string Kind => "define";

    internal override void Write(QueryWriter writer) => writer.Slot("indicator", Indicator).Slot("type", ObligationType);

    internal static Query Read(QuerySlots slots) =>
        new DefineQuery { Indicator = slots.OptionalIndicator("indicator"), ObligationType = slots.OptionalObligationType("type") };
}
