namespace Bot.Indicators;

/// <summary>
/// A key of the catalogue. It has no public constructor from text: a <see cref="Catalogues.Catalogue"/> hands codes out,
/// so a query that names what does not exist cannot be built.
/// </summary>
public abstract record Code : IComparable<Code>
{
    private protected Code(string value) => Value = value;

    /// <summary>The code as tables write it, for instance <c>SYT</c>.</summary>
    public string Value { get; }

    /// <inheritdoc />
    public int CompareTo(Code? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>The code as tables write it.</summary>
    public sealed override string ToString() => Value;
}

/// <summary>The key of an org unit (đơn vị).</summary>
public sealed record OrgUnitCode : Code
{
    internal OrgUnitCode(string value)
        : base(value) { }
}

/// <summary>The key of an indicator (chỉ số).</summary>
public sealed record IndicatorCode : Code
{
    internal IndicatorCode(string value)
        : base(value) { }
}

/// <summary>The key of a basis of one indicator (cách tính); empty where the indicator has only the one basis.</summary>
public sealed record BasisCode : Code
{
    /// <summary>The one basis of an indicator that has no others, or the basis that a source did not name.</summary>
    public static BasisCode None { get; } = new("");

    internal BasisCode(string value)
        : base(value) { }
}

/// <summary>The key of an obligation type (loại kế hoạch, báo cáo).</summary>
public sealed record ObligationTypeCode : Code
{
    internal ObligationTypeCode(string value)
        : base(value) { }
}

/// <summary>The key of an inspection (cuộc kiểm tra).</summary>
public sealed record InspectionCode : Code
{
    internal InspectionCode(string value)
        : base(value) { }
}

/// <summary>The key of a project (dự án).</summary>
public sealed record ProjectCode : Code
{
    internal ProjectCode(string value)
        : base(value) { }
}
