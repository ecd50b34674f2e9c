using Bot.Indicators.Periods;

namespace Bot.Indicators.Proposals;

/// <summary>
/// What a reader of prose found, each with its quote. It answers nothing until an inspector approves it; only the store can make
/// a figure of it. Closed: each kind is one of the contract's tables.
/// </summary>
public abstract record ProposedFact
{
    private protected ProposedFact() { }

    /// <summary>The words that it rests on.</summary>
    public required Quote Quote { get; init; }

    /// <summary>Whether a language model proposed it: then a person looks at it by itself.</summary>
    public bool ByModel { get; init; }

    /// <summary>The table of the contract that it would be filed in (<c>observations</c>).</summary>
    public abstract string Table { get; }
}

/// <summary>A value, or words where the document gives no number.</summary>
public sealed record ProposedObservation : ProposedFact
{
    /// <inheritdoc />
    public override string Table => "observations";

    /// <summary>The unit that it is about.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>The indicator.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>What a ratio is taken of.</summary>
    public required BasisCode Basis { get; init; }

    /// <summary>The period, or the day whose state it is.</summary>
    public required Period Period { get; init; }

    /// <summary>The number in the indicator's unit; null where the document has only words.</summary>
    public decimal? Value { get; init; }

    /// <summary>The words where there is no number (<c>thấp</c>), or where the number alone would say too much (<c>hơn 132 ngàn</c>, <c>3/12</c>, the project's name); empty otherwise.</summary>
    public string Text { get; init; } = "";

    /// <summary>The day that the document describes; null where not said.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>What an indicator must reach.</summary>
public sealed record ProposedTarget : ProposedFact
{
    /// <inheritdoc />
    public override string Table => "targets";

    /// <summary>The indicator.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The basis that it is set for.</summary>
    public required BasisCode Basis { get; init; }

    /// <summary>The one unit; null where it holds for a kind or for all.</summary>
    public OrgUnitCode? Unit { get; init; }

    /// <summary>The kind of units; null where it holds for one unit or for all.</summary>
    public OrgUnitKind? Kind { get; init; }

    /// <summary>The period by whose end it must be reached.</summary>
    public required Period Period { get; init; }

    /// <summary><see cref="Comparator.AtLeast"/> or <see cref="Comparator.AtMost"/>.</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>The number in the indicator's unit.</summary>
    public required decimal Value { get; init; }

    /// <summary>Where it is laid down, as the document words it; empty where not said.</summary>
    public string LegalBasis { get; init; } = "";
}

/// <summary>A plan or report that was issued, or that is said to be missing.</summary>
public sealed record ProposedObligation : ProposedFact
{
    /// <inheritdoc />
    public override string Table => "obligations";

    /// <summary>The unit that owes it.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>What it owes.</summary>
    public required ObligationTypeCode Type { get; init; }

    /// <summary>For which period.</summary>
    public required Period Period { get; init; }

    /// <summary>Whether the document says that it was issued; false where it says that it is missing.</summary>
    public required bool Issued { get; init; }

    /// <summary>Number and sign (<c>35/KH-SYT</c>); empty where not said.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The day of issue; null where not said.</summary>
    public DateOnly? IssuedOn { get; init; }
}

/// <summary>A project and how far it is.</summary>
public sealed record ProposedProject : ProposedFact
{
    /// <inheritdoc />
    public override string Table => "projects";

    /// <summary>The unit that carries it out.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>What the document calls it, in the document's language.</summary>
    public required string Name { get; init; }

    /// <summary>Per cent of the work; null where the document gives no number.</summary>
    public decimal? Progress { get; init; }

    /// <summary>When it is expected to be finished; null where not said.</summary>
    public Period? Expected { get; init; }

    /// <summary>The day that the document describes; null where not said.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>An achievement, limitation or recommendation.</summary>
public sealed record ProposedFinding : ProposedFact
{
    /// <inheritdoc />
    public override string Table => "findings";

    /// <summary>The unit that it is about.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>What sort of remark it is.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>The area of reform; empty where not said.</summary>
    public string Area { get; init; } = "";

    /// <summary>The remark, in the document's language.</summary>
    public required string Text { get; init; }
}

/// <summary>A visit of an inspection team.</summary>
public sealed record ProposedInspection : ProposedFact
{
    /// <inheritdoc />
    public override string Table => "inspections";

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The team, as the document names it.</summary>
    public string Team { get; init; } = "";

    /// <summary>Who chaired it, with titles; empty where not said.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The inspected units.</summary>
    public ValueList<OrgUnitCode> Units { get; init; }
}
