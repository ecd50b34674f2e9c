using Bot.Indicators.Proposals;
using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class SourceTable() : TableDefinition<SourceRow>("sources", "code,title,publisher,date,url", "code,title")
{
    public override bool BringsCodes => true;

    protected override SourceRow Read(Cells cells)
    {
        var row = new SourceRow
        {
            Code = cells.Code("code"),
            Title = cells.Required("title"),
            Publisher = cells.Text("publisher"),
            Date = cells.Date("date"),
            Url = cells.Text("url"),
        };
        // Shown as a link: nothing but the web.
        if (row.Url.Length > 0 && !(Uri.TryCreate(row.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            cells.Error("url", RowFault.NoWebAddress, row.Url);
        }

        return row;
    }

    public override IReadOnlyList<string> Write(SourceRow row) => [row.Code, row.Title, row.Publisher, row.Date.Cell(), row.Url];

    protected override string Key(SourceRow row) => row.Code;
}
