using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bot.Indicators.Periods;

namespace Bot.Indicators.Obligations;

/// <summary>When an obligation of a type falls due: a day of the period's year (<c>01-31</c>) or days after its end (<c>end+5</c>).</summary>
public sealed record DeadlineRule
{
    private readonly int _month;
    private readonly int _day;
    private readonly int? _daysAfterEnd;

    private DeadlineRule(int month, int day, int? daysAfterEnd) => (_month, _day, _daysAfterEnd) = (month, day, daysAfterEnd);

    /// <summary>Reads the form of the tables; false where it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DeadlineRule? rule)
    {
        rule = null;
        if (text.StartsWith("end+", StringComparison.Ordinal))
        {
            if (int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 366)
            {
                rule = new DeadlineRule(0, 0, days);
            }
        }
        else if (DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            rule = new DeadlineRule(day.Month, day.Day, null);
        }

        return rule is not null;
    }

    /// <summary>The day for a period, before any shift to a working day; 29 February becomes the 28th where the year has none.</summary>
    public DateOnly For(Period period) =>
        _daysAfterEnd is { } days
            ? period.Last.AddDays(days)
            : new DateOnly(period.EndYear, _month, Math.Min(_day, DateTime.DaysInMonth(period.EndYear, _month)));

    /// <summary>The form of the tables.</summary>
    public override string ToString() => _daysAfterEnd is { } days ? $"end+{days}" : $"{_month:00}-{_day:00}";
}
