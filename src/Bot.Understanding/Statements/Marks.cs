using Bot.Indicators;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Statements;

/// <summary>Some tokens of a sentence that were taken for something.</summary>
internal abstract record Mark(int Start, int End);

/// <summary>A unit that is named.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Units">The units that bear the name, of whatever time.</param>
/// <param name="Unknown">The name where the catalogue does not have it; then there are no units.</param>
internal sealed record UnitMark(int Start, int End, IReadOnlyList<OrgUnit> Units, string? Unknown) : Mark(Start, End)
{
    /// <summary>Whether it is only compared with, or belongs to a person or a paper.</summary>
    public bool Aside { get; init; }

    /// <summary>Whether both name the same, one of them perhaps less exactly ("Thốt Nốt", "quận Thốt Nốt").</summary>
    public bool IsSame(UnitMark other) =>
        Unknown == other.Unknown
        && (Units.All(other.Units.Contains) || other.Units.All(Units.Contains))
        && (Units.Count == 0) == (other.Units.Count == 0);
}

/// <summary>A time.</summary>
/// <param name="Mention">What the words say.</param>
/// <param name="Sort">How the words mean it.</param>
internal sealed record PeriodMark(PeriodMention Mention, TimeSort Sort) : Mark(Mention.Start, Mention.End)
{
    /// <summary>Whether it is only compared with ("so với năm 2020").</summary>
    public bool Compared => Sort == TimeSort.Compared;
}

/// <summary>How words mean a time.</summary>
internal enum TimeSort
{
    /// <summary>Something is of that time.</summary>
    Stated,

    /// <summary>It is only compared with.</summary>
    Compared,

    /// <summary>The day that the text describes ("hiện nay").</summary>
    Now,

    /// <summary>From some day until that day ("từ đầu năm đến nay"), which is no period that a figure can have.</summary>
    Running,
}

/// <summary>A phrase that does something.</summary>
internal sealed record CueMark(int Start, int End, StatementCue Cues) : Mark(Start, End)
{
    public bool Has(StatementCue cue) => (Cues & cue) != 0;
}

/// <summary>The number and sign of a document (<c>35/KH-SYT</c>).</summary>
internal sealed record SignMark(int Start, int End, string Number) : Mark(Start, End);

/// <summary>What sort of number it is.</summary>
internal enum FigureSort
{
    Percent,
    Points,
    Count,
    Rank,

    /// <summary>A difference, a multiple.</summary>
    Change,

    /// <summary>A range, a part of a total, digits that can be read in two ways.</summary>
    Unclear,
}

/// <summary>A number that may be a value.</summary>
/// <param name="Start">The first token of the number with the words that qualify it.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Value">The number.</param>
/// <param name="Sort">What sort of number.</param>
/// <param name="Text">The words where it is not exact or has a total ("hơn 132 ngàn", "3/12"); empty otherwise.</param>
/// <param name="Bound">Whether it is said to be a bound ("ít nhất").</param>
internal sealed record FigureMark(int Start, int End, decimal Value, FigureSort Sort, string Text, StatementCue Bound) : Mark(Start, End);
