namespace Bot.Indicators;

/// <summary>An org unit (đơn vị): a city, department, district, commune or agency, for the time that it existed.</summary>
public sealed record OrgUnit
{
    /// <summary>Its key.</summary>
    public required OrgUnitCode Code { get; init; }

    /// <summary>Its level and sort.</summary>
    public required OrgUnitKind Kind { get; init; }

    /// <summary>What it is called.</summary>
    public required Names Names { get; init; }

    /// <summary>The unit above it; null at the top.</summary>
    public OrgUnitCode? Parent { get; init; }

    /// <summary>The first day of its life; null where the catalogue does not say.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day of its life; null while it exists.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The units that took over from it; several where its duties were split.</summary>
    public ValueList<OrgUnitCode> Successors { get; init; }

    /// <summary>Whether the unit existed on some day from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public bool ExistedBetween(DateOnly first, DateOnly last) =>
        (ValidFrom is not { } from || from <= last) && (ValidTo is not { } to || to >= first);

    /// <summary>Whether the unit existed on that day.</summary>
    public bool ExistsOn(DateOnly day) => ExistedBetween(day, day);
}
