using Bot.Store.Tables;

namespace Bot.Tests.Store;

/// <summary>A table as the text that an export writes.</summary>
internal static class CsvOut
{
    public static async Task<string> TextAsync(ExportedTable table)
    {
        await using var text = new StringWriter();
        await table.WriteAsync(text, CancellationToken.None);
        return text.ToString();
    }
}
