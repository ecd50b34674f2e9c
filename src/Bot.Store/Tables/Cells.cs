using System.Buffers;
using System.Globalization;
using Bot.Indicators;
using Bot.Indicators.Proposals;

namespace Bot.Store.Tables;

/// <summary>The cells of one row by column, read to values; what cannot be read becomes an error with its place.</summary>
internal sealed class Cells(RawTable table, RawRow row, KnownCodes known, List<RowError> errors)
{
    private static readonly SearchValues<char> NotInCodes = SearchValues.Create(" \t|!;()=/:");

    public KnownCodes Known => known;

    /// <summary>The text, trimmed; empty where the file has no such column.</summary>
    public string Text(string column)
    {
        var index = table.Header.IndexOf(column);
        return index < 0 ? "" : SpreadsheetText.Unguard(row.Cells[index].Trim());
    }

    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            Error(column, RowFault.EmptyCell);
        }

        return text;
    }

    /// <summary>A key of its own table: short, and without the signs that queries use between codes.</summary>
    public string Code(string column)
    {
        var text = Required(column);
        if (text.Length > 80 || text.AsSpan().ContainsAny(NotInCodes))
        {
            Error(column, RowFault.NoCode, text);
        }

        return text;
    }

    public string Reference(string column, IReadOnlySet<string> codes, string table) => Reference(column, Required(column), codes, table);

    public string OptionalReference(string column, IReadOnlySet<string> codes, string table) =>
        Text(column) is { Length: > 0 } text ? Reference(column, text, codes, table) : "";

    public string References(string column, IReadOnlySet<string> codes, string table) =>
        string.Join('|', Items(column).Select(item => Reference(column, item, codes, table)));

    /// <summary>A unit, or <c>kind:department</c>.</summary>
    public string Scope(string column, string text)
    {
        if (!text.StartsWith("kind:", StringComparison.Ordinal))
        {
            return Reference(column, text, known.Units, "org-units");
        }

        Kind(column, text[5..]);
        return text;
    }

    public string Basis(string column, string indicator)
    {
        var text = Text(column);
        var prefix = indicator + "/";
        if (text.Length > 0 && known.Indicators.Contains(indicator) && !known.Bases.Contains(prefix + text))
        {
            var own = known
                .Bases.Where(b => b.StartsWith(prefix, StringComparison.Ordinal))
                .Select(b => b[prefix.Length..])
                .Order()
                .ToList();
            Error(column, own.Count == 0 ? RowFault.NoBases : RowFault.UnknownBasis, text, indicator, string.Join(", ", own));
        }

        return text;
    }

    public string Kind(string column, string text)
    {
        if (OrgUnitKinds.TryParse(text) is { } kind)
        {
            return OrgUnitKinds.Text(kind);
        }

        Error(column, RowFault.NoKind, text, string.Join(", ", OrgUnitKinds.All.Select(OrgUnitKinds.Text)));
        return text;
    }

    public string Period(string column, bool required = true)
    {
        var text = required ? Required(column) : Text(column);
        if (text.Length == 0)
        {
            return text;
        }

        if (Indicators.Periods.Period.TryParse(text, out var period))
        {
            return period.ToString();
        }

        Error(column, RowFault.NoPeriod, text);
        return text;
    }

    public DateOnly? Date(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Error(column, RowFault.NoDate, text);
        return null;
    }

    public DateOnly RequiredDate(string column)
    {
        Required(column);
        return Date(column) ?? default;
    }

    public decimal? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (table.DecimalComma && DecimalCommas.Read(text) is { } point)
        {
            text = point;
        }

        if (
            decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }

        Error(column, RowFault.NoNumber, text);
        return null;
    }

    /// <summary>One of the words; the first where the cell is empty.</summary>
    public string Choice(string column, params ReadOnlySpan<string> words)
    {
        var text = Text(column);
        foreach (var word in words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        if (text.Length > 0)
        {
            Error(column, RowFault.NotAllowed, text, string.Join(", ", words.ToArray().Where(w => w.Length > 0)));
        }

        return words[0];
    }

    public IReadOnlyList<string> Items(string column) =>
        Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A list as it is stored: items trimmed, empty ones dropped.</summary>
    public string List(string column) => string.Join('|', Items(column));

    public void Error(string column, RowFault fault, params ReadOnlySpan<string> parts) =>
        errors.Add(new RowError(table.File, row.Line, column, fault, [.. parts]));

    /// <summary>Notes what is odd; of very many the first.</summary>
    public void Flag(string column, RowFault fault, params ReadOnlySpan<string> parts)
    {
        if (known.Flags.Count < TableLimits.Flags)
        {
            known.Flags.Add(new RowError(table.File, row.Line, column, fault, [.. parts]));
        }
    }

    private string Reference(string column, string text, IReadOnlySet<string> codes, string table)
    {
        if (text.Length > 0 && !codes.Contains(text))
        {
            var nearest = NearestCode.Of(text, codes);
            Error(column, nearest is null ? RowFault.UnknownCode : RowFault.UnknownCodeNear, text, table, nearest ?? "");
        }

        return text;
    }
}
