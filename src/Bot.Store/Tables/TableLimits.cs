namespace Bot.Store.Tables;

/// <summary>What a file may ask of the importer: beyond it the file is refused, whatever it holds.</summary>
internal static class TableLimits
{
    /// <summary>Columns of a header. The widest table has eleven.</summary>
    public const int Columns = 100;

    /// <summary>Characters of a cell, as spreadsheets have it.</summary>
    public const int Cell = 32_767;

    /// <summary>Bad rows that are named; a file with more is not what it seems to be.</summary>
    public const int Errors = 10_000;

    /// <summary>Odd rows that are named.</summary>
    public const int Flags = 100;

    /// <summary>Bytes of a workbook when unpacked: a sheet of a million rows has some hundred million.</summary>
    public const long Unpacked = 1L << 30;

    /// <summary>Bytes of those parts of a workbook that are held in memory: its texts and its styles.</summary>
    public const long Held = 64L << 20;

    /// <summary>How many times larger a part of a workbook may get than it is in the file; small ones may be anything.</summary>
    public const long Ratio = 200;

    /// <summary>Bytes of such a small part.</summary>
    public const long Unsuspected = 8L << 20;

    /// <summary>Files inside a workbook.</summary>
    public const int Parts = 1_000;
}
