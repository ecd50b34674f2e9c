namespace Bot.Indicators.Queries;

/// <summary>
/// The units that a query is about: some by name, all of a kind, all under one, or all; less the excluded ones. Exactly one of
/// the ways is taken.
/// </summary>
public sealed record UnitSet
{
    /// <summary>Every unit.</summary>
    public static UnitSet All { get; } = new();

    private UnitSet() { }

    /// <summary>Units by name, in the order of the question; empty for the other ways.</summary>
    public ValueList<OrgUnitCode> Units { get; private init; }

    /// <summary>All units of this kind; null for the other ways.</summary>
    public OrgUnitKind? Kind { get; private init; }

    /// <summary>All units below this one; null for the other ways.</summary>
    public OrgUnitCode? Under { get; private init; }

    /// <summary>Units that are left out.</summary>
    public ValueList<OrgUnitCode> Except { get; init; }

    /// <summary>The one unit that is named; null where there are none or several.</summary>
    public OrgUnitCode? Only => Units.Count == 1 ? Units[0] : null;

    /// <summary>Whether units are taken by name.</summary>
    public bool IsNamed => !Units.IsEmpty;

    /// <summary>Units by name; at least one.</summary>
    public static UnitSet Of(params ReadOnlySpan<OrgUnitCode> units) =>
        units.IsEmpty
            ? throw new ArgumentException("A set by name needs a unit.", nameof(units))
            : new() { Units = ValueList.Create(units) };

    /// <summary>All units of a kind.</summary>
    public static UnitSet OfKind(OrgUnitKind kind) => new() { Kind = kind };

    /// <summary>All units directly below one.</summary>
    public static UnitSet Below(OrgUnitCode unit) => new() { Under = unit };

    /// <summary>The canonical text: <c>SYT|SGTVT</c>, <c>kind:department!SYT</c>, <c>under:CT</c>, <c>all</c>.</summary>
    public override string ToString()
    {
        var set =
            IsNamed ? string.Join('|', Units)
            : Kind is { } kind ? $"kind:{OrgUnitKinds.Text(kind)}"
            : Under is { } under ? $"under:{under}"
            : "all";
        return Except.IsEmpty ? set : $"{set}!{string.Join('|', Except)}";
    }
}
