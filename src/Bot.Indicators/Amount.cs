using System.Globalization;

namespace Bot.Indicators;

/// <summary>
/// A number out of the store. It has no arithmetic and no public number: it is compared and formatted, never computed with.
/// A class and not a struct, since a default of a struct would be a zero that nobody measured.
/// </summary>
public sealed class Amount : IComparable<Amount>, IEquatable<Amount>
{
    internal Amount(decimal value) => Value = value;

    internal decimal Value { get; }

    /// <summary>Less than, equal to or greater than zero: -1, 0 or 1.</summary>
    public int Sign => decimal.Sign(Value);

    /// <summary>How many decimals are needed to write it exactly.</summary>
    public int Decimals
    {
        get
        {
            var value = Value;
            var decimals = 0;
            while (value != decimal.Truncate(value))
            {
                value *= 10;
                decimals++;
            }

            return decimals;
        }
    }

    /// <inheritdoc />
    public int CompareTo(Amount? other) => other is null ? 1 : Value.CompareTo(other.Value);

    /// <inheritdoc />
    public bool Equals(Amount? other) => other is not null && Value == other.Value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Amount);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The number written with a format of <see cref="decimal"/> and explicit signs and separators.</summary>
    public string ToString(string format, NumberFormatInfo numbers) => Value.ToString(format, numbers);

    /// <summary>The number with a point and without trailing zeros, as JSON and CSV write it.</summary>
    public override string ToString() => Value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The number for the axis of a chart, where a text beside it says it exactly.</summary>
    public double ToChartValue() => (double)Value;
}
