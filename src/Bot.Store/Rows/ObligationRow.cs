namespace Bot.Store.Rows;

/// <summary>A plan or report that one unit owes for one period; the status is as recorded, what a person sees is computed.</summary>
internal sealed class ObligationRow : RevisedRow
{
    public string OrgUnit { get; set; } = "";

    public string Type { get; set; } = "";

    public string Period { get; set; } = "";

    public DateOnly? Deadline { get; set; }

    public string Status { get; set; } = "";

    public string DocumentNumber { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    public string Source { get; set; } = "";

    public string Note { get; set; } = "";
}
