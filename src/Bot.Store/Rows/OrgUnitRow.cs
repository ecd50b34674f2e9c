namespace Bot.Store.Rows;

/// <summary>An org unit as the tables bring it.</summary>
internal sealed class OrgUnitRow : RevisedRow
{
    public string Code { get; set; } = "";

    public string Kind { get; set; } = "";

    public string NameVi { get; set; } = "";

    public string NameEn { get; set; } = "";

    public string Aliases { get; set; } = "";

    public string Parent { get; set; } = "";

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Successor { get; set; } = "";
}
