namespace Bot.Store.Rows;

/// <summary>A plan or report that units owe again and again.</summary>
internal sealed class ObligationTypeRow : RevisedRow
{
    public string Code { get; set; } = "";

    public string NameVi { get; set; } = "";

    public string NameEn { get; set; } = "";

    public string Aliases { get; set; } = "";

    public string OwedBy { get; set; } = "";

    public string Frequency { get; set; } = "";

    public string Deadline { get; set; } = "";

    public string LegalBasis { get; set; } = "";
}
