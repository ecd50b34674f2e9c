namespace Bot.Store.Rows;

/// <summary>A day off, or a weekend day that is worked.</summary>
internal sealed class HolidayRow : RevisedRow
{
    public DateOnly Date { get; set; }

    public string NameVi { get; set; } = "";

    public string NameEn { get; set; } = "";

    public bool WorkingDay { get; set; }
}
