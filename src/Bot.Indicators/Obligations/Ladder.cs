namespace Bot.Indicators.Obligations;

/// <summary>When and whom to remind of obligations of some types: policy as data. The ladder in force when an obligation opened runs to its end.</summary>
public sealed record Ladder
{
    /// <summary>Its name, for instance <c>default</c>; stands on cards that say why they came.</summary>
    public required string Code { get; init; }

    /// <summary>The types that it is for; empty for every type that no other ladder names.</summary>
    public ValueList<string> Types { get; init; }

    /// <summary>The first day on which an obligation may open under it; null for any.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last such day; null for any.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Its steps, the earliest first.</summary>
    public required ValueList<LadderStep> Steps { get; init; }
}

/// <summary>One rung: so many working days from the deadline, these people are told.</summary>
public sealed record LadderStep
{
    /// <summary>Its name within the ladder, for instance <c>overdue</c>; part of the key that keeps a reminder from being sent twice.</summary>
    public required string Code { get; init; }

    /// <summary>Working days from the deadline: negative before it, 0 on it, positive after it.</summary>
    public required int Offset { get; init; }

    /// <summary>Every so many working days from then on until the work is done; null for once.</summary>
    public int? RepeatEvery { get; init; }

    /// <summary>Who is told.</summary>
    public required ValueList<Audience> Audiences { get; init; }

    /// <summary>Which wording: a key of the card strings.</summary>
    public required string Wording { get; init; }
}

/// <summary>Who is told by a step of a ladder.</summary>
public enum Audience
{
    /// <summary>The officials of the unit that owes it.</summary>
    Unit,

    /// <summary>The head of that unit.</summary>
    UnitHead,

    /// <summary>Every member of the inspection team.</summary>
    Inspectors,

    /// <summary>The channel of the inspection team.</summary>
    InspectionChannel,
}
