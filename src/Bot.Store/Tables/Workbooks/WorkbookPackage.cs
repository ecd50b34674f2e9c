using System.IO.Compression;
using Bot.Indicators.Proposals;

namespace Bot.Store.Tables.Workbooks;

/// <summary>
/// What a workbook is before anything of it is unpacked: a zip says of every part how large it gets, and a part that gets larger than it
/// says is cut off by the reader of zips.
/// </summary>
internal static class WorkbookPackage
{
    /// <summary>Why the file is refused as it stands; null where it may be read.</summary>
    public static RowError? Refusal(ImportFile file)
    {
        using var zip = new ZipArchive(file.Open(), ZipArchiveMode.Read);
        if (OfficePackage.HoldsMacros(zip))
        {
            return new RowError(file.Name, 0, "", RowFault.Macros);
        }

        var held = zip.Entries.Where(part => !part.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase));
        return
            zip.Entries.Count > TableLimits.Parts
            || zip.Entries.Any(part => part.Length > TableLimits.Unsuspected && part.Length / TableLimits.Ratio > part.CompressedLength)
            || zip.Entries.Sum(part => part.Length) > TableLimits.Unpacked
            || held.Sum(part => part.Length) > TableLimits.Held
            ? new RowError(file.Name, 0, "", RowFault.UnpacksTooLarge)
            : null;
    }

    /// <summary>What is said of a damaged one.</summary>
    public static RowError Torn(string file) => new(file, 0, "", RowFault.NoWorkbook);
}
