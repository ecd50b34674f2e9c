using Bot.Indicators.Contacts;
using Bot.Indicators.Proposals;
using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class ContactTable() : TableDefinition<ContactRow>("contacts", "upn,aad_object_id,name,role,org_unit,language", "upn,role")
{
    // Who is brought again may have another account now, whatever the order of the rows.
    public override bool BringsCodes => true;

    protected override ContactRow Read(Cells cells)
    {
        cells.Required("role");
        var row = new ContactRow
        {
            Upn = cells.Required("upn"),
            AadObjectId = cells.Text("aad_object_id").ToLowerInvariant(),
            Name = cells.Text("name"),
            Role = Enum.Parse<Role>(cells.Choice("role", "official", "inspector", "admin"), ignoreCase: true),
            OrgUnit = cells.OptionalReference("org_unit", cells.Known.Units, "org-units"),
            Language = cells.Choice("language", "vi", "en"),
        };
        if (row.AadObjectId.Length > 0 && !Guid.TryParseExact(row.AadObjectId, "D", out _))
        {
            cells.Error("aad_object_id", RowFault.NoObjectId, row.AadObjectId);
        }
        else if (
            row.AadObjectId.Length > 0
            && !cells.Known.Accounts.TryAdd(row.AadObjectId, row.Upn)
            && cells.Known.Accounts[row.AadObjectId] is var other
            && !string.Equals(other, row.Upn, StringComparison.OrdinalIgnoreCase)
        )
        {
            cells.Error("aad_object_id", RowFault.ObjectIdTwice, other);
        }

        if (row.Role == Role.Official && cells.Text("org_unit").Length == 0)
        {
            cells.Error("org_unit", RowFault.OfficialWithoutUnit);
        }

        return row;
    }

    public override IReadOnlyList<string> Write(ContactRow row) =>
        [row.Upn, row.AadObjectId, row.Name, row.Role.Cell(), row.OrgUnit, row.Language];

    protected override string Key(ContactRow row) => row.Upn.ToLowerInvariant();
}
