using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>Takes the words of a sentence for units, times, numbers and cues, from left to right, the longest first.</summary>
internal sealed class Marking(Prose prose, Lexicon lexicon, DateOnly today)
{
    private readonly PeriodGrammar _periods = new(prose.Tokens, today);
    private readonly UnitNaming _units = new(prose, lexicon);
    private readonly FigureNaming _figures = new(prose, lexicon);
    private readonly List<PhraseMatch<StatementCue>> _found = [];

    public List<Mark> Of(Passage passage)
    {
        List<Mark> marks = [];
        for (var at = passage.From; at < passage.To; )
        {
            var mark = At(at, passage.To, marks);
            if (mark is FigureMark figure)
            {
                marks.RemoveAll(m => m.Start >= figure.Start);
            }

            if (mark is not null)
            {
                marks.Add(mark);
            }

            at = mark?.End ?? at + 1;
        }

        return marks;
    }

    private Mark? At(int at, int to, List<Mark> before)
    {
        var token = prose.Tokens[at];
        if (token.Sort == TokenSort.Mark)
        {
            return null;
        }

        if (token.Sort == TokenSort.Number && _figures.Sign(at, to) is { } sign)
        {
            return sign;
        }

        var unit = _units.At(at, to);
        var cue = Cue(at, to);
        if (unit is not null && unit.End >= (cue?.End ?? 0))
        {
            return unit with { Aside = IsAside(before, at) };
        }

        if (Time(at, to) is { } period && period.End > (cue?.End ?? 0))
        {
            return new PeriodMark(period, before.Count > 0 && before[^1] is CueMark last && last.End == at && IsComparing(last));
        }

        return cue ?? (Mark?)(token.Sort == TokenSort.Number ? _figures.At(at, to, before) : null);
    }

    // A bare number of four digits with a thing after it is counted, no year ("2023 hồ sơ").
    private PeriodMention? Time(int at, int to)
    {
        if (_periods.At(at) is not { } mention || mention.End > to)
        {
            return null;
        }

        var bare = mention.End == at + 1 && prose.Tokens[at].Sort == TokenSort.Number;
        return bare && mention.End < to && Cue(mention.End, to)?.Has(StatementCue.Noun | StatementCue.DossierNoun) == true ? null : mention;
    }

    private CueMark? Cue(int at, int to)
    {
        _found.Clear();
        StatementWords.Trie.Match(prose.Tokens, at, _found);
        var (end, cues) = (0, StatementCue.None);
        foreach (var match in _found)
        {
            if (match.Strength == Strengths.Exact && match.End <= to && match.End >= end)
            {
                cues = match.End > end ? match.Value : cues | match.Value;
                end = match.End;
            }
        }

        return end == 0 ? null : new(at, end, cues);
    }

    private static bool IsComparing(CueMark cue) => cue.Has(StatementCue.Versus | StatementCue.Change) || cue.Has(StatementCue.About);

    // "so với Sở Y tế", "Giám đốc Sở Y tế", "theo báo cáo của Sở Y tế"
    private static bool IsAside(List<Mark> before, int at)
    {
        var end = at;
        for (var i = before.Count - 1; i >= 0 && before[i].End == end; i--)
        {
            if (before[i] is not CueMark cue)
            {
                return false;
            }

            if (cue.Has(StatementCue.Title) || cue.Has(StatementCue.Versus) && !cue.Has(StatementCue.At))
            {
                return true;
            }

            if (!cue.Has(StatementCue.Of | StatementCue.Filler))
            {
                return false;
            }

            end = cue.Start;
        }

        return false;
    }
}
