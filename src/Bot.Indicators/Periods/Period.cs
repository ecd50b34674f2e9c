using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bot.Indicators.Periods;

/// <summary>
/// The time that a fact describes. A span is a period of its own: it answers a question about that span, never one about a
/// single month or year. The text form is the one of the tables.
/// </summary>
public sealed record Period : IComparable<Period>
{
    private Period(PeriodKind kind, DateOnly first, DateOnly last) => (Kind, First, Last) = (kind, first, last);

    /// <summary>Its length.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, inside.</summary>
    public DateOnly Last { get; }

    /// <summary>The year of its last day.</summary>
    public int EndYear => Last.Year;

    /// <summary>A calendar year.</summary>
    public static Period Year(int year) => new(PeriodKind.Year, new(year, 1, 1), new(year, 12, 31));

    /// <summary>Half <paramref name="half"/> (1 or 2) of a year.</summary>
    public static Period Half(int year, int half) => Months(PeriodKind.Half, year, (half - 1) * 6 + 1, 6);

    /// <summary>Quarter <paramref name="quarter"/> (1 to 4) of a year.</summary>
    public static Period Quarter(int year, int quarter) => Months(PeriodKind.Quarter, year, (quarter - 1) * 3 + 1, 3);

    /// <summary>Month <paramref name="month"/> (1 to 12) of a year.</summary>
    public static Period Month(int year, int month) => Months(PeriodKind.Month, year, month, 1);

    /// <summary>The state on a day.</summary>
    public static Period Day(DateOnly day) => new(PeriodKind.Day, day, day);

    /// <summary>The years from one to the other, both inside.</summary>
    public static Period SpanOfYears(int first, int last) => new(PeriodKind.SpanOfYears, new(first, 1, 1), new(last, 12, 31));

    /// <summary>The months from one to the other, both inside.</summary>
    public static Period SpanOfMonths(int firstYear, int firstMonth, int lastYear, int lastMonth) =>
        new(PeriodKind.SpanOfMonths, new(firstYear, firstMonth, 1), new DateOnly(lastYear, lastMonth, 1).AddMonths(1).AddDays(-1));

    /// <summary>Reads the text form of the tables; false where it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        period = Parse(text.AsSpan().Trim());
        return period is not null;
    }

    /// <summary>The number of the half, quarter or month within its year; 0 for other kinds.</summary>
    public int Number =>
        Kind switch
        {
            PeriodKind.Half => (First.Month - 1) / 6 + 1,
            PeriodKind.Quarter => (First.Month - 1) / 3 + 1,
            PeriodKind.Month => First.Month,
            _ => 0,
        };

    /// <summary>The period of the same length just before; null for spans and days, which have none.</summary>
    public Period? Previous() =>
        Kind switch
        {
            PeriodKind.Year => Year(First.Year - 1),
            PeriodKind.Half => Shifted(-6),
            PeriodKind.Quarter => Shifted(-3),
            PeriodKind.Month => Shifted(-1),
            _ => null,
        };

    /// <summary>The period of the same kind after this one; null where there is none, as for a day or a span.</summary>
    public Period? Next() =>
        Kind switch
        {
            PeriodKind.Year => Year(First.Year + 1),
            PeriodKind.Half => Shifted(6),
            PeriodKind.Quarter => Shifted(3),
            PeriodKind.Month => Shifted(1),
            _ => null,
        };

    /// <summary>The same period one year before (cùng kỳ năm trước).</summary>
    public Period YearEarlier() =>
        Kind switch
        {
            PeriodKind.Day => Day(First.AddYears(-1)),
            PeriodKind.SpanOfYears => SpanOfYears(First.Year - 1, Last.Year - 1),
            PeriodKind.SpanOfMonths => SpanOfMonths(First.Year - 1, First.Month, Last.Year - 1, Last.Month),
            _ => Shifted(-12),
        };

    /// <summary>Whether every day of <paramref name="other"/> is inside.</summary>
    public bool Covers(Period other) => First <= other.First && other.Last <= Last;

    /// <summary>Orders by the last day, then by the first.</summary>
    public int CompareTo(Period? other) =>
        other is null ? 1
        : Last != other.Last ? Last.CompareTo(other.Last)
        : First != other.First ? First.CompareTo(other.First)
        : Kind.CompareTo(other.Kind);

    /// <summary>The text form of the tables.</summary>
    public override string ToString() =>
        Kind switch
        {
            PeriodKind.Year => $"{First.Year:0000}",
            PeriodKind.Half => $"{First.Year:0000}-S{Number}",
            PeriodKind.Quarter => $"{First.Year:0000}-Q{Number}",
            PeriodKind.Month => $"{First.Year:0000}-{First.Month:00}",
            PeriodKind.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            PeriodKind.SpanOfYears => $"{First.Year:0000}/{Last.Year:0000}",
            _ => $"{First.Year:0000}-{First.Month:00}/{Last.Year:0000}-{Last.Month:00}",
        };

    private Period Shifted(int months)
    {
        var first = First.AddMonths(months);
        return new Period(
            Kind,
            first,
            first
                .AddMonths(
                    Kind switch
                    {
                        PeriodKind.Half => 6,
                        PeriodKind.Quarter => 3,
                        PeriodKind.Month => 1,
                        _ => 12,
                    }
                )
                .AddDays(-1)
        );
    }

    private static Period Months(PeriodKind kind, int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        return new Period(kind, first, first.AddMonths(count).AddDays(-1));
    }

    private static Period? Parse(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            return (Parse(text[..slash]), Parse(text[(slash + 1)..])) switch
            {
                ({ Kind: PeriodKind.Year } a, { Kind: PeriodKind.Year } b) when a.First < b.First => SpanOfYears(
                    a.First.Year,
                    b.First.Year
                ),
                ({ Kind: PeriodKind.Month } a, { Kind: PeriodKind.Month } b) when a.First < b.First => SpanOfMonths(
                    a.First.Year,
                    a.First.Month,
                    b.First.Year,
                    b.First.Month
                ),
                _ => null,
            };
        }

        if (
            text.Length < 4
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1900 or > 2200
        )
        {
            return null;
        }

        var rest = text[4..];
        return rest switch
        {
            [] => Year(year),
            ['-', 'S', >= '1' and <= '2'] => Half(year, rest[2] - '0'),
            ['-', 'Q', >= '1' and <= '4'] => Quarter(year, rest[2] - '0'),
            ['-', _, _]
                when int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 =>
                Month(year, month),
            ['-', _, _, '-', _, _]
                when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Day(day),
            _ => null,
        };
    }
}
