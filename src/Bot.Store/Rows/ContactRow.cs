using Bot.Indicators.Contacts;

namespace Bot.Store.Rows;

/// <summary>A person whom the city has told the bot about.</summary>
internal sealed class ContactRow : RevisedRow
{
    public string Upn { get; set; } = "";

    public string AadObjectId { get; set; } = "";

    public string Name { get; set; } = "";

    public Role Role { get; set; }

    public string OrgUnit { get; set; } = "";

    public string Language { get; set; } = "";
}
