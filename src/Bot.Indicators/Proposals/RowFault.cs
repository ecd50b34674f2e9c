namespace Bot.Indicators.Proposals;

/// <summary>What is wrong with a row, cell or file of a table. The summaries say what <see cref="RowError.Parts"/> holds.</summary>
public enum RowFault
{
    /// <summary>There is no header row; its columns are named.</summary>
    NoHeader,

    /// <summary>The file's or sheet's name is that of no table; the tables are named.</summary>
    NoTable,

    /// <summary>The header has so many columns, and so many may be.</summary>
    TooManyColumns,

    /// <summary>The table has no such column; the table and its columns are named.</summary>
    UnknownColumn,

    /// <summary>The column stands twice in the header.</summary>
    ColumnTwice,

    /// <summary>The column is missing.</summary>
    ColumnMissing,

    /// <summary>A quotation mark is out of place.</summary>
    Quotation,

    /// <summary>Too many rows are bad; the rest was not read.</summary>
    TooManyErrors,

    /// <summary>The row has so many cells, the header so many.</summary>
    RowLength,

    /// <summary>The file is not UTF-8.</summary>
    Encoding,

    /// <summary>A cell has more characters than that.</summary>
    CellTooLong,

    /// <summary>The workbook holds macros.</summary>
    Macros,

    /// <summary>The workbook is too large when unpacked.</summary>
    UnpacksTooLarge,

    /// <summary>The file is no workbook that can be opened.</summary>
    NoWorkbook,

    /// <summary>The row reaches beyond that column.</summary>
    RowTooWide,

    /// <summary>The cell that is named holds that error.</summary>
    CellError,

    /// <summary>The cell that is named.</summary>
    Formula,

    /// <summary>The cell that is named has more characters than that.</summary>
    SheetCellTooLong,

    /// <summary>A cell stands beside the table's columns.</summary>
    CellBeside,

    /// <summary>The cell is empty.</summary>
    EmptyCell,

    /// <summary>The text cannot be a code.</summary>
    NoCode,

    /// <summary>The code and the table that does not have it.</summary>
    UnknownCode,

    /// <summary>The code, the table that does not have it, and its nearest one.</summary>
    UnknownCodeNear,

    /// <summary>The basis, the indicator, and the bases that it has.</summary>
    UnknownBasis,

    /// <summary>The basis, and the indicator that has none.</summary>
    NoBases,

    /// <summary>The text is no kind of unit.</summary>
    NoKind,

    /// <summary>The text is no period.</summary>
    NoPeriod,

    /// <summary>The text is no date.</summary>
    NoDate,

    /// <summary>The text is no number.</summary>
    NoNumber,

    /// <summary>The text is not allowed here.</summary>
    NotAllowed,

    /// <summary>The file and line that has the key already.</summary>
    KeyTwice,

    /// <summary>The unit ends before it begins.</summary>
    EndsBeforeItBegins,

    /// <summary>The text is no object id.</summary>
    NoObjectId,

    /// <summary>The contact who has the object id.</summary>
    ObjectIdTwice,

    /// <summary>An official belongs to a unit.</summary>
    OfficialWithoutUnit,

    /// <summary>There is neither a number nor words.</summary>
    NoValue,

    /// <summary>The number and its indicator.</summary>
    NotAPercentage,

    /// <summary>The number and its indicator.</summary>
    NotACount,

    /// <summary>The number and its indicator.</summary>
    NotARank,

    /// <summary>The text is no web address.</summary>
    NoWebAddress,

    /// <summary>The text is no rule.</summary>
    NoRule,

    /// <summary>The unit and the period in which it did not exist; the row is taken.</summary>
    OutsideLife,

    /// <summary>So many new values are not compared with the periods before; the rows are taken.</summary>
    NotCompared,

    /// <summary>The key, its value, the value before and its period; the row is taken.</summary>
    Jump,
}
