using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>What the rules see named in a text, and where: a proposal about it may hold nothing else.</summary>
internal sealed class NamedInText
{
    private static readonly DateOnly Undated = new(2000, 1, 1);

    private readonly Prose _prose;
    private readonly List<Mark> _marks;

    public NamedInText(string text, Lexicon lexicon)
    {
        var dateline = Dateline.Of(text, known: null);
        PublishedOn = dateline.PublishedOn;
        _prose = new Prose(text);
        var marking = new Marking(_prose, lexicon, dateline.Latest ?? Undated);
        _marks = [.. _prose.Passages.SelectMany(marking.Of)];
    }

    /// <summary>The day that the text is of; null where not said.</summary>
    public DateOnly? PublishedOn { get; }

    /// <summary>The units that are named.</summary>
    public IEnumerable<OrgUnit> Units => _marks.OfType<UnitMark>().SelectMany(mark => mark.Units).Distinct();

    /// <summary>Whether the words are about the unit: it alone is named in them or, where none is, last before them; of those that bear the name it is the one of that period.</summary>
    public bool IsAbout(Quote words, OrgUnit unit, Period then)
    {
        var before = Before(words).OfType<UnitMark>().Where(mark => !mark.Aside).ToList();
        var within = before.FindAll(mark => IsWithin(mark, words));
        return (within.Count > 0 ? within : before[^Math.Min(1, before.Count)..]) is { Count: > 0 } named
            && named.TrueForAll(mark =>
                mark.Units.Where(u => u.ExistedBetween(then.First, then.Last)).ToList() is [var only] && only == unit
            );
    }

    /// <summary>Whether the words are of the period: it alone is said in them or, where none is, last before them, or it is the day of the text.</summary>
    public bool IsOf(Quote words, Period period)
    {
        var before = Before(words).OfType<PeriodMark>().Where(mark => !mark.Compared).ToList();
        var within = before.FindAll(mark => IsWithin(mark, words));
        return within.Count > 0
            ? within.TrueForAll(Says)
            : PublishedOn is { } day && period == Period.Day(day) || before.Count > 0 && Says(before[^1]);

        bool Says(PeriodMark mark) =>
            mark is { Sort: TimeSort.Stated, Mention: { YearGuessed: false, To: null } said } && said.Period == period;
    }

    /// <summary>Whether the words hold that number, exact and as a value of the indicator.</summary>
    public bool Has(decimal value, Indicator of, Quote within) =>
        _marks
            .OfType<FigureMark>()
            .Any(mark =>
                mark.Value == value
                && mark.Text.Length == 0
                && mark.Bound == default
                && Measured.Fits(of, mark.Sort)
                && IsWithin(mark, within)
            );

    /// <summary>The sentence around a place, with the one before it.</summary>
    public Quote Around(Quote quote)
    {
        var at = Math.Max(0, _prose.Passages.ToList().FindLastIndex(p => _prose.Tokens[p.From].Start <= quote.Start));
        var (first, last) = (_prose.Passages[Math.Max(0, at - 1)], _prose.Passages[at]);
        return new(_prose.Slice(first.From, last.To), _prose.Tokens[first.From].Start);
    }

    /// <summary>Whether words of a text and of a name have two neighbours in common that not most names have.</summary>
    public static bool Shares(string text, Names names, IReadOnlyCollection<Names> all)
    {
        var said = Pairs(text);
        return Pairs(names)
            .Any(pair => said.Contains(pair) && all.Count(other => Pairs(other).Contains(pair)) * 2 <= Math.Max(2, all.Count));
    }

    private bool IsWithin(Mark mark, Quote words) =>
        _prose.Tokens[mark.Start].Start >= words.Start && _prose.Tokens[mark.End - 1].End <= words.End;

    private IEnumerable<Mark> Before(Quote until) => _marks.Where(mark => _prose.Tokens[mark.Start].Start < until.End);

    private static HashSet<(string, string)> Pairs(Names names) =>
        [.. Pairs(names.Vietnamese), .. Pairs(names.English), .. names.Aliases.SelectMany(Pairs)];

    private static HashSet<(string, string)> Pairs(string text)
    {
        var words = Tokeniser.Split(text).Where(token => token.Sort == TokenSort.Word).Select(token => token.Word).ToList();
        return [.. words.Zip(words.Skip(1))];
    }
}
