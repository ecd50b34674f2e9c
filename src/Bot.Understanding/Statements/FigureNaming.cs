using System.Text.RegularExpressions;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Numbers;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>Reads numbers with what qualifies and counts them, and the numbers of documents.</summary>
internal sealed partial class FigureNaming(Prose prose, Lexicon lexicon)
{
    private const int LongestSign = 40;

    /// <summary>The number of a document at a token; null where there is none.</summary>
    public SignMark? Sign(int at, int to)
    {
        if (prose.Tokens[at].Sort != TokenSort.Number)
        {
            return null;
        }

        var start = prose.Tokens[at].Start;
        var match = SignPattern().Match(prose.Text, start, Math.Min(LongestSign, prose.Text.Length - start));
        if (!match.Success)
        {
            return null;
        }

        var end = at;
        while (end < to && prose.Tokens[end].Start < match.Index + match.Length)
        {
            end++;
        }

        return new(at, end, match.Value.Normalize());
    }

    /// <summary>The number at a token, with the marks of the sentence before it; null where it is a label or a part of a name.</summary>
    public FigureMark? At(int at, int to, List<Mark> before)
    {
        if (NumberGrammar.At(prose.Tokens, at) is not { } number || number.End > to)
        {
            return null;
        }

        var lead = Lead(at, before);
        var rank = lead?.Has(StatementCue.Rank) == true;
        if (!number.Percent && !rank && (IsInName(at, to) || lead?.Has(StatementCue.Numbered) == true))
        {
            return null;
        }

        // "20:15"
        if (Peek(number.End, to)?.Is(':') == true && Peek(number.End + 1, to)?.Sort == TokenSort.Number || at > 1 && IsClock(at))
        {
            return null;
        }

        var (value, end, sort) = (number.Value, number.End, number.Percent ? FigureSort.Percent : FigureSort.Count);
        var total = 0;
        if (Peek(end, to) is { } slash && slash.Is('/') && Peek(end + 1, to) is { Sort: TokenSort.Number })
        {
            (total, end) = (end + 1, end + 2);
            sort = rank ? FigureSort.Rank : FigureSort.Unclear;
        }
        else if (rank)
        {
            sort = FigureSort.Rank;
        }
        else if (IsRange(end, to) && NumberGrammar.At(prose.Tokens, end + 1) is { } upper && upper.End <= to)
        {
            (sort, end) = (FigureSort.Unclear, upper.End);
        }
        else if (Peek(end, to) is { Sort: TokenSort.Number, SpaceBefore: true, Word.Length: 3 })
        {
            (sort, end) = (FigureSort.Unclear, end + 1);
        }

        var cue = CueAt(end, to);
        if (!number.Percent && cue is { } scale && Scale(scale.Cues) is > 1 and var times)
        {
            (value, end) = (value * times, scale.End);
            cue = CueAt(end, to);
        }

        if (cue is { } steps && (steps.Cues & StatementCue.Steps) != 0)
        {
            (sort, end) = (FigureSort.Change, steps.End);
        }
        else if (cue is { } points && (points.Cues & StatementCue.Points) != 0)
        {
            sort = sort == FigureSort.Count || total > 0 && !rank ? FigureSort.Points : sort;
            end = points.End;
        }
        else if (sort == FigureSort.Count && cue is { } counted && (counted.Cues & StatementCue.Uncounted) != 0)
        {
            return null;
        }

        if (IsDifference(at, before))
        {
            sort = FigureSort.Change;
        }

        var bound = lead is null ? StatementCue.None : lead.Cues & (StatementCue.AtLeast | StatementCue.AtMost | StatementCue.About);
        var start = bound != StatementCue.None ? lead!.Start : at;
        // "từ 95% trở lên"
        if (Peek(end, to)?.Key == "trơ3" && CueAt(end, to) is { } onwards)
        {
            (bound, end) = (bound | onwards.Cues & (StatementCue.AtLeast | StatementCue.AtMost), onwards.End);
        }

        var text = total > 0 || (bound & StatementCue.About) != 0 ? prose.Slice(start, end) : "";
        return new(start, end, value, sort, text, bound);
    }

    private static decimal Scale(StatementCue cue) =>
        (cue & StatementCue.Thousand) != 0 ? 1_000m
        : (cue & StatementCue.Million) != 0 ? 1_000_000m
        : (cue & StatementCue.Milliard) != 0 ? 1_000_000_000m
        : 1m;

    private static CueMark? Lead(int at, List<Mark> before) => before.Count > 0 && before[^1] is CueMark cue && cue.End == at ? cue : null;

    // "tăng hơn 5%", "hơn năm 2020 1,59 điểm", "cao hơn Sở Y tế 5%"
    private static bool IsDifference(int at, List<Mark> before)
    {
        var (end, versus) = (at, false);
        for (var i = before.Count - 1; i >= 0 && before[i].End == end; i--)
        {
            switch (before[i])
            {
                case CueMark cue when cue.Has(StatementCue.Change):
                    return true;
                case CueMark cue when versus && cue.Has(StatementCue.About | StatementCue.Versus):
                    return true;
                case CueMark cue when cue.Has(StatementCue.About | StatementCue.Rank):
                    break;
                case PeriodMark or UnitMark:
                    versus = true;
                    break;
                default:
                    return false;
            }

            end = before[i].Start;
        }

        return false;
    }

    private bool IsClock(int at) => prose.Tokens[at - 1].Is(':') && prose.Tokens[at - 2].Sort == TokenSort.Number;

    // "ký số 1 lớp", "mức độ 4": with its neighbour the number stands in some name.
    private bool IsInName(int at, int to) =>
        Peek(at + 1, to) is { Sort: TokenSort.Word } next && lexicon.Topics.HasPair(prose.Tokens[at].Term, next.Term)
        || at > 1 && prose.Tokens[at - 1].Is(',') && lexicon.Topics.HasPair(prose.Tokens[at - 2].Term, prose.Tokens[at].Term)
        || at > 0
            && prose.Tokens[at - 1].Sort == TokenSort.Word
            && lexicon.Topics.HasPair(prose.Tokens[at - 1].Term, prose.Tokens[at].Term);

    // "80-90%", "từ 80% đến 90%"
    private bool IsRange(int at, int to) =>
        Peek(at, to) is { } dash && (dash.Is('-') || dash.Key == "đên1") && Peek(at + 1, to) is { Sort: TokenSort.Number };

    private (int End, StatementCue Cues)? CueAt(int at, int to)
    {
        if (at >= to || prose.Tokens[at].Sort != TokenSort.Word)
        {
            return null;
        }

        List<PhraseMatch<StatementCue>> found = [];
        StatementWords.Trie.Match(prose.Tokens, at, found);
        found.RemoveAll(m => m.Strength < Strengths.Exact || m.End > to);
        if (found.Count == 0)
        {
            return null;
        }

        var end = found.Max(m => m.End);
        return (end, found.Where(m => m.End == end).Aggregate(StatementCue.None, (cues, m) => cues | m.Value));
    }

    private Token? Peek(int at, int to) => at < to ? prose.Tokens[at] : null;

    // Number of the year / type - issuer; a letter has no type; the Party writes it the other way round.
    [GeneratedRegex(
        @"\G(?:\d{1,5}[a-z]?(?:/\d{4})?\s?/\s?[A-ZĐÐ][A-Za-zĐÐđ]{0,7}\s?-\s?[A-ZĐÐ][A-Za-zĐÐđ&.]*(?:-[A-ZĐÐ]+)?|\d{1,4}-(?:NQ|KL|CT|KH|QĐ)/(?:TW|TU)|\d{1,5}/[A-ZĐÐ]{2,}[A-Za-zĐÐđ]*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SignPattern();
}
