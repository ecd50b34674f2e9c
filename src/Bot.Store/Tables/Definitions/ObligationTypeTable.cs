using Bot.Indicators.Obligations;
using Bot.Indicators.Proposals;
using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class ObligationTypeTable()
    : TableDefinition<ObligationTypeRow>(
        "obligation-types",
        "code,name_vi,name_en,aliases,owed_by,frequency,deadline,legal_basis",
        "code,name_vi"
    )
{
    public override bool BringsCodes => true;

    protected override ObligationTypeRow Read(Cells cells)
    {
        var row = new ObligationTypeRow
        {
            Code = cells.Code("code"),
            NameVi = cells.Required("name_vi"),
            NameEn = cells.Text("name_en"),
            Aliases = cells.List("aliases"),
            OwedBy = string.Join('|', cells.Items("owed_by").Select(item => cells.Scope("owed_by", item))),
            Frequency = cells.Text("frequency"),
            Deadline = cells.Text("deadline"),
            LegalBasis = cells.Text("legal_basis"),
        };
        if (row.Deadline.Length > 0 && !DeadlineRule.TryParse(row.Deadline, out _))
        {
            cells.Error("deadline", RowFault.NoRule, row.Deadline);
        }

        return row;
    }

    public override IReadOnlyList<string> Write(ObligationTypeRow row) =>
        [row.Code, row.NameVi, row.NameEn, row.Aliases, row.OwedBy, row.Frequency, row.Deadline, row.LegalBasis];

    protected override string Key(ObligationTypeRow row) => row.Code;
}
