using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Questions;
using Bot.Understanding.Text;

namespace Bot.Understanding.Dialogues;

/// <summary>The time that a follow-up names, as seen from the period of the query before.</summary>
internal sealed record NamedPeriod
{
    /// <summary>The periods that are meant: none where no time is named, several where the words can be counted from two days.</summary>
    public ValueList<Period> Readings { get; private init; }

    /// <summary>The ends of a range, or two periods to hold against each other.</summary>
    public (Period From, Period To)? Ends { get; private init; }

    /// <summary>Whether the ends are compared, and not what lies between.</summary>
    public bool Between { get; private init; }

    /// <summary>Whether the newest figure is asked for.</summary>
    public bool Newest { get; private init; }

    /// <summary>"cùng kỳ", "kỳ trước" where the period before is not known: the change can be asked, the period not named.</summary>
    public bool Against { get; private init; }

    /// <summary>Whether more is named than one query holds.</summary>
    public bool TooMany { get; private init; }

    public bool IsNamed => !Readings.IsEmpty || Ends is not null || Newest || Against || TooMany;

    public static NamedPeriod Of(Sentence sentence, Period? before, Denials denials)
    {
        var mentions = sentence.Periods.Where(p => !denials.Denies(p.Start)).ToList();
        return mentions.Count switch
        {
            0 when sentence.Has(Cue.YearEarlier) => Shifted(before?.YearEarlier()),
            0 when sentence.Cues.FirstOrDefault(c => c.Has(Cue.PeriodLater)) is { } later => Later(sentence, later, before),
            0 when sentence.Has(Cue.PeriodEarlier) => Shifted(before?.Previous()),
            0 => new() { Newest = sentence.Has(Cue.Newest), TooMany = sentence.Periods.Count > 0 },
            1 when mentions[0].To is { } to => new() { Ends = (mentions[0].Period, to), Between = mentions[0].Between },
            1 => new() { Readings = Meant(sentence, mentions[0], before) },
            // "quý này năm ngoái" are no two periods to hold against each other.
            2 when mentions.TrueForAll(m => m.To is null && m.Period.Kind == mentions[0].Period.Kind) => new()
            {
                Ends = Pair(mentions[0], mentions[1], before),
                Between = true,
            },
            _ => new() { TooMany = true },
        };
    }

    // "quý sau" after a year is no period that follows it.
    private static NamedPeriod Later(Sentence sentence, CueSpan cue, Period? before) =>
        before?.Next() is { } next && sentence.Tokens[cue.Start..cue.End].All(t => IsKind(t, next.Kind))
            ? new() { Readings = [next] }
            : new() { TooMany = true };

    private static bool IsKind(Token word, PeriodKind kind) =>
        (kind == PeriodKind.Quarter || !PeriodWords.IsQuarter(word))
        && (kind == PeriodKind.Month || !PeriodWords.IsMonth(word))
        && (kind == PeriodKind.Year || !PeriodWords.IsYear(word));

    private static NamedPeriod Shifted(Period? period) => period is null ? new() { Against = true } : new() { Readings = [period] };

    private static (Period, Period) Pair(PeriodMention first, PeriodMention second, Period? before)
    {
        var (one, two) = (first.Period, second.Period);
        if (first.YearGuessed && second.YearGuessed && before is not null)
        {
            (one, two) = (PeriodGrammar.WithYear(one, before.EndYear), PeriodGrammar.WithYear(two, before.EndYear));
        }
        else if (first.YearGuessed != second.YearGuessed)
        {
            one = first.YearGuessed ? PeriodGrammar.WithYear(one, two.EndYear) : one;
            two = second.YearGuessed ? PeriodGrammar.WithYear(two, one.EndYear) : two;
        }

        return one.CompareTo(two) <= 0 ? (one, two) : (two, one);
    }

    private static ValueList<Period> Meant(Sentence sentence, PeriodMention mention, Period? before)
    {
        var period = mention.Period;
        if (before is null)
        {
            return [period];
        }

        if (mention.YearGuessed)
        {
            return [PeriodGrammar.WithYear(period, before.EndYear)];
        }

        // "the same quarter of 2023"
        if (
            sentence.Has(Cue.ThatPeriod)
            && period.Kind == PeriodKind.Year
            && before.Kind is PeriodKind.Quarter or PeriodKind.Half or PeriodKind.Month
        )
        {
            return [PeriodGrammar.WithYear(before, period.EndYear)];
        }

        if (!IsTheOneBefore(sentence, mention))
        {
            return [period];
        }

        // "năm ngoái" after a quarter means the same quarter of a year, "quý trước" a quarter: counted from today, or from the query before.
        var part = before.Kind is PeriodKind.Quarter or PeriodKind.Half or PeriodKind.Month && period.Kind == PeriodKind.Year;
        var fromToday = part ? PeriodGrammar.WithYear(before, period.EndYear) : period;
        var fromBefore =
            part ? before.YearEarlier()
            : before.Kind == period.Kind ? before.Previous()
            : null;
        var isRecent = fromBefore is null || fromToday == fromBefore || before.Kind == PeriodKind.Year && fromToday != before;
        // "quý trước" is the one before what is spoken of; "quý vừa rồi", "last quarter" may be the one before today.
        return fromBefore is not null && IsTheOneBeforeThat(sentence, mention) ? [fromBefore]
            : isRecent ? [fromToday]
            : fromToday == before ? [fromBefore!]
            : [fromToday, fromBefore!];
    }

    private static bool IsTheOneBeforeThat(Sentence sentence, PeriodMention mention) =>
        sentence.Tokens[mention.Start..mention.End].Any(t => t.Bare is "truoc" or "previous");

    // Said without a number, and just over: "năm ngoái", "quý trước", "last month".
    private static bool IsTheOneBefore(Sentence sentence, PeriodMention mention)
    {
        var words = sentence.Tokens[mention.Start..mention.End];
        return words.Any(t => t.Bare is "truoc" or "ngoai" or "roi" or "vua" or "last" or "previous")
            && !words.Any(t => t.Sort == TokenSort.Number)
            && (mention.Period.Kind == PeriodKind.Year || !words.Any(PeriodWords.IsYear));
    }
}
