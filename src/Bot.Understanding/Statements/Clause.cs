using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>A sentence with what its words were taken for.</summary>
internal sealed class Clause(Prose prose, Passage passage, List<Mark> marks)
{
    private const int LongestBracket = 10;

    private const StatementCue Small =
        StatementCue.Filler
        | StatementCue.Reach
        | StatementCue.About
        | StatementCue.AtLeast
        | StatementCue.AtMost
        | StatementCue.Target
        | StatementCue.Each
        | StatementCue.ThatUnit
        | StatementCue.ThatKind
        | StatementCue.ThoseUnits
        | StatementCue.AnyUnits
        | StatementCue.At
        | StatementCue.Of
        | StatementCue.Measure
        | StatementCue.Rank
        | StatementCue.Basis;

    public Prose Prose => prose;

    public Passage Passage => passage;

    public List<Mark> Marks => marks;

    /// <summary>The first token that is no mark: after the dash of an item.</summary>
    public int FirstWord
    {
        get
        {
            var at = passage.From;
            while (at < passage.To - 1 && prose.Tokens[at].Sort == TokenSort.Mark)
            {
                at++;
            }

            return at;
        }
    }

    public IEnumerable<FigureMark> Figures => marks.OfType<FigureMark>();

    /// <summary>Whether it is a row of a table.</summary>
    public bool IsRow => Column(passage.To) > 0;

    /// <summary>The column of a table that a token stands in, counted by the marks before it.</summary>
    public int Column(int at) => Enumerable.Range(passage.From, at - passage.From).Count(i => prose.Tokens[i].Is('|'));

    /// <summary>The mark that covers a token; null where none does.</summary>
    public Mark? Over(int at) => marks.Find(m => m.Start <= at && at < m.End);

    /// <summary>The cues that lie between two tokens.</summary>
    public IEnumerable<CueMark> Cues(int from, int to) => marks.OfType<CueMark>().Where(c => c.Start >= from && c.End <= to);

    public bool Has(StatementCue cue, int from, int to) => Cues(from, to).Any(c => c.Has(cue));

    /// <summary>The units named between two tokens that are no mere comparison, each once.</summary>
    public List<UnitMark> Units(int from, int to)
    {
        List<UnitMark> units = [];
        foreach (var unit in marks.OfType<UnitMark>())
        {
            if (unit.Start >= from && unit.End <= to && !unit.Aside && !units.Exists(u => u.IsSame(unit)))
            {
                units.Add(unit);
            }
        }

        return units;
    }

    /// <summary>Whether a token changes nothing in what is measured.</summary>
    public bool IsSmall(int at) => Over(at) is CueMark cue && cue.Has(Small);

    /// <summary>The words between two tokens that may name something measured: no units, times and numbers.</summary>
    public List<int> Content(int from, int to)
    {
        List<int> content = [];
        for (var at = from; at < to; at++)
        {
            var over = Over(at);
            if (
                over is UnitMark or PeriodMark or FigureMark or SignMark
                || prose.Tokens[at].Sort == TokenSort.Mark
                || IsShortForm(at - 1)
                || at == passage.From && prose.IsNumbered(at)
            )
            {
                continue;
            }

            content.Add(at);
        }

        return content;
    }

    /// <summary>Whether nothing but small words stands between two tokens.</summary>
    public bool IsBare(int from, int to) => Content(from, to).TrueForAll(IsSmall);

    /// <summary>Whether a clause may end before a token: at a mark, or at "và" before another thing measured.</summary>
    public bool IsBoundary(int at)
    {
        var token = prose.Tokens[at];
        if (token.Sort == TokenSort.Mark)
        {
            return !IsBracket(at) && token.Word is "," or ";" or "(" or ")" or ":" or "." or "|" && Over(at) is not (UnitMark or CueMark);
        }

        return token.Key == "va2"
            && at + 1 < passage.To
            && Over(at + 1) switch
            {
                FigureMark or UnitMark => true,
                CueMark cue => cue.Has(StatementCue.Measure) && !cue.Has(StatementCue.Noun) || ReachesFigure(cue),
                _ => false,
            };
    }

    // "cải cách hành chính (CCHC)": the bracket repeats the name.
    private bool IsShortForm(int at) =>
        at >= passage.From
        && at + 2 < passage.To
        && prose.Tokens[at].Is('(')
        && prose.Tokens[at + 2].Is(')')
        && prose.Tokens[at + 1] is { Sort: TokenSort.Word, Capital: true };

    // "ký số (1 lớp)", "đạt 97% (so với hồ sơ đã giải quyết)": what is said in a bracket without a number belongs to the words before.
    private bool IsBracket(int at)
    {
        var open = at;
        while (open > passage.From && open > at - LongestBracket && !prose.Tokens[open].Is('('))
        {
            open--;
        }

        if (!prose.Tokens[open].Is('('))
        {
            return false;
        }

        var close = open + 1;
        while (
            close < passage.To
            && close < open + LongestBracket
            && Over(close) is not (FigureMark or UnitMark or PeriodMark)
            && !IsEnd(close)
        )
        {
            close++;
        }

        return close < passage.To && prose.Tokens[close].Is(')') && at <= close;

        bool IsEnd(int i) => prose.Tokens[i].Sort == TokenSort.Mark && !prose.Tokens[i].Is('-');
    }

    private bool ReachesFigure(CueMark cue) => Over(cue.End < passage.To ? cue.End : cue.Start) is FigureMark;

    /// <summary>The boundary nearest before a token, not before another; the place after it.</summary>
    public int Before(int at, int least)
    {
        while (at > least && !IsBoundary(at - 1))
        {
            at--;
        }

        return at;
    }

    /// <summary>Where the words that belong to a number end.</summary>
    public int After(FigureMark figure)
    {
        var at = figure.End;
        while (at < passage.To && !IsBoundary(at))
        {
            if (Over(at) is FigureMark || Over(at) is CueMark cue && EndsValue(cue))
            {
                break;
            }

            at++;
        }

        return at;
    }

    private bool EndsValue(CueMark cue) =>
        cue.Has(StatementCue.Turn | StatementCue.Change) || cue.Has(StatementCue.Reach | StatementCue.Respectively) && ReachesFigure(cue);

    /// <summary>The beginning of the part between semicolons that holds a token.</summary>
    public int PartStart(int at)
    {
        while (at > passage.From && !prose.Tokens[at - 1].Is(';'))
        {
            at--;
        }

        return at;
    }
}
