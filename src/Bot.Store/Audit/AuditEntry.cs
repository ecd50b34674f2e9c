namespace Bot.Store.Audit;

/// <summary>One change of the store, as the audit log keeps it.</summary>
/// <param name="Action">What was done (<c>import</c>, <c>fact/approve</c>).</param>
/// <param name="Table">The table of the contract; empty where several are meant.</param>
/// <param name="Key">The row's key; empty where several are meant.</param>
/// <param name="Old">The cells before; empty where there were none.</param>
/// <param name="New">The cells after; empty where none are left.</param>
/// <param name="Source">The file or document that it rests on.</param>
/// <param name="Reason">The reason that was given; empty where none was.</param>
internal sealed record AuditEntry(
    string Action,
    string Table = "",
    string Key = "",
    string Old = "",
    string New = "",
    string Source = "",
    string Reason = ""
);
