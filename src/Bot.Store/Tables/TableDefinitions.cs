using Bot.Store.Tables.Definitions;

namespace Bot.Store.Tables;

/// <summary>The tables of the contract, in its order.</summary>
internal static class TableDefinitions
{
    public static IReadOnlyList<TableDefinition> All { get; } =
    [
        new OrgUnitTable(),
        new IndicatorTable(),
        new BasisTable(),
        new ObservationTable(),
        new TargetTable(),
        new ObligationTypeTable(),
        new ObligationTable(),
        new FindingTable(),
        new InspectionTable(),
        new ProjectTable(),
        new SourceTable(),
        new HolidayTable(),
        new ContactTable(),
    ];

    /// <summary>The table that a file's name says (<c>observations-2024.csv</c>); null where it says none.</summary>
    public static TableDefinition? OfFile(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        return All.Where(t => stem == t.Name || stem.StartsWith(t.Name + "-", StringComparison.Ordinal)).MaxBy(t => t.Name.Length);
    }
}
