using Bot.Indicators;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Numbers;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Questions;

/// <summary>A part of a question with one meaning.</summary>
internal abstract record Span(int Start, int End, double Strength)
{
    public int Length => End - Start;
}

/// <summary>A unit's name; several units where the name was borne by several over time or by chance.</summary>
internal sealed record UnitSpan(int Start, int End, double Strength, ValueList<OrgUnit> Units, bool Weak) : Span(Start, End, Strength);

/// <summary>A time.</summary>
internal sealed record PeriodSpan(PeriodMention Mention) : Span(Mention.Start, Mention.End, 1);

/// <summary>The day up to which knowledge counts.</summary>
internal sealed record KnownSpan(int Start, int End, DateOnly Day) : Span(Start, End, 1);

/// <summary>A number.</summary>
internal sealed record NumberSpan(NumberMention Mention) : Span(Mention.Start, Mention.End, 1);

/// <summary>Words of the language.</summary>
internal sealed record CueSpan(int Start, int End, double Strength, CueSet Cues, Language Language) : Span(Start, End, Strength)
{
    public bool Has(Cue cue) => Cues.Has(cue);
}

/// <summary>A word or number that nothing explains.</summary>
internal sealed record UnknownSpan(int Start, int End) : Span(Start, End, 0);
