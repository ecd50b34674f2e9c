using Bot.Indicators.Proposals;

namespace Bot.Store.Tables;

/// <summary>The header row of a file, whatever its format: columns of the table, each once, the required ones there.</summary>
internal static class Headers
{
    public static void Check(string file, int line, TableDefinition definition, List<string> header, List<RowError> errors)
    {
        if (header.Count > TableLimits.Columns)
        {
            errors.Add(new RowError(file, line, "", RowFault.TooManyColumns, [$"{header.Count}", $"{TableLimits.Columns}"]));
            return;
        }

        foreach (var column in header)
        {
            if (!definition.Columns.Contains(column))
            {
                var columns = string.Join(',', definition.Columns);
                errors.Add(new RowError(file, line, column, RowFault.UnknownColumn, [column, definition.Name, columns]));
            }
        }

        foreach (var twice in header.GroupBy(column => column).Where(group => group.Count() > 1))
        {
            errors.Add(new RowError(file, line, twice.Key, RowFault.ColumnTwice));
        }

        foreach (var missing in definition.Required.Where(column => !header.Contains(column)))
        {
            errors.Add(new RowError(file, line, missing, RowFault.ColumnMissing));
        }
    }
}
