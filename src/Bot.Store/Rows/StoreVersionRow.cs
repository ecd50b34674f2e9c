namespace Bot.Store.Rows;

/// <summary>The one row that says which state of the facts this is.</summary>
internal sealed class StoreVersionRow
{
    public int Id { get; set; }

    /// <summary>Rises with every transaction that changes a fact or the catalogue.</summary>
    public long Version { get; set; }
}
