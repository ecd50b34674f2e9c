using Bot.Indicators.Periods;
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
        for (var at = prose.IsNumbered(passage.From) ? passage.From + 2 : passage.From; at < passage.To; )
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

        Stand(marks);
        Ask(marks);
        return marks;
    }

    // "Bà …, Phó Trưởng phòng Cải cách hành chính Sở Nội vụ, nhận xét: …": what stands between a person and the verb is his post.
    private static void Stand(List<Mark> marks)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            if (marks[i] is not CueMark person || !person.Has(StatementCue.Person))
            {
                continue;
            }

            var verb = marks.FindIndex(i, m => m is CueMark cue && cue.Has(StatementCue.Speech | StatementCue.Lead));
            for (var j = i + 1; j < verb; j++)
            {
                marks[j] = marks[j] is UnitMark unit ? unit with { Aside = true } : marks[j];
            }
        }
    }

    // "Sở Nội vụ đề nghị các đơn vị …": who asks is not who is asked.
    private static void Ask(List<Mark> marks)
    {
        for (var i = 0; i + 1 < marks.Count; i++)
        {
            if (
                marks[i] is UnitMark { Aside: false } unit
                && marks[i + 1] is CueMark verb
                && verb.Start == unit.End
                && verb.Has(StatementCue.Speech)
                && verb.Has(StatementCue.Recommendation)
            )
            {
                marks[i] = unit with { Aside = true };
            }
        }
    }

    private Mark? At(int at, int to, List<Mark> before)
    {
        var token = prose.Tokens[at];
        if (token.Sort == TokenSort.Mark)
        {
            return IsInName(at, to) ? new CueMark(at, at + 1, StatementCue.None) : null;
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

        if (Now(at, to, before) is { } now)
        {
            return now;
        }

        if (Time(at, to) is { } period && period.End > (cue?.End ?? 0))
        {
            var compared = before.Count > 0 && before[^1] is CueMark last && last.End == at && IsComparing(last);
            return compared ? new PeriodMark(period, TimeSort.Compared) : Running(period, to);
        }

        return cue ?? (Mark?)(token.Sort == TokenSort.Number ? _figures.At(at, to, before) : null);
    }

    // "Kế hoạch rà soát, đánh giá …": a comma of a name parts nothing.
    private bool IsInName(int at, int to) =>
        prose.Tokens[at].Is(',') && at > 0 && at + 1 < to && lexicon.Topics.HasComma(prose.Tokens[at - 1].Key, prose.Tokens[at + 1].Key);

    // "hiện nay"; "Sở hiện có …"
    private PeriodMark? Now(int at, int to, List<Mark> before)
    {
        if (prose.Tokens[at].Key != "hiên5")
        {
            return null;
        }

        var next = at + 1 < to ? prose.Tokens[at + 1].Key : "";
        var said = next is "nay" or "tai5";
        var follows =
            before.Count > 0
            && before[^1].End == at
            && before[^1] is var last
            && (last is UnitMark || last is CueMark cue && cue.Has(StatementCue.ThatUnit | StatementCue.ThatKind));
        // "Hiện Sở có 87 thủ tục", not "Hiện đại hóa".
        var leads = prose.Tokens[at].Capital && next is not ("đai5" or "thưc5" or "trương2" or "vât5");
        return said || follows || leads || at > 0 && before.Count == 0 && next is "co1" or "đang"
            ? new(new(at, said ? at + 2 : at + 1, Period.Day(today)), TimeSort.Now)
            : null;
    }

    // "từ đầu năm", "từ ngày 15-12 đến nay"
    private PeriodMark Running(PeriodMention period, int to)
    {
        var (tokens, end) = (prose.Tokens, period.End);
        var follows =
            (PeriodWords.IsFrom(tokens[period.Start]) || period.Start > 0 && PeriodWords.IsFrom(tokens[period.Start - 1]))
            && end + 1 < to
            && IsUntil(end)
            && tokens[end + 1].Key == "nay";
        var held = tokens[end - 1].Key == "nay" && IsUntil(end - 2);
        var since =
            period.Period.Kind == PeriodKind.Year && Enumerable.Range(period.Start, end - period.Start).Any(at => tokens[at].Key == "đâu2");
        return follows ? new(period with { End = end + 2 }, TimeSort.Running)
            : held || since ? new(period, TimeSort.Running)
            : new(period, TimeSort.Stated);

        bool IsUntil(int at) => tokens[at].Key is "đên1" or "tơi1";
    }

    // A bare number of four digits with a thing after it is counted, no year ("2023 hồ sơ").
    private PeriodMention? Time(int at, int to)
    {
        if ((FromDay(at) ?? _periods.At(at)) is not { } mention || mention.End > to)
        {
            return null;
        }

        var bare = mention.End == at + 1 && prose.Tokens[at].Sort == TokenSort.Number;
        return bare && mention.End < to && Cue(mention.End, to)?.Has(StatementCue.Noun | StatementCue.DossierNoun) == true ? null : mention;
    }

    // "từ ngày 1 đến 31-7", "từ 15/6 đến 14/9": the first day has its month, or year, from the second.
    private PeriodMention? FromDay(int at)
    {
        if (!PeriodWords.IsFrom(prose.Tokens[at]))
        {
            return null;
        }

        var day = at + 1;
        day += Is(day, PeriodWords.IsDay) ? 1 : 0;
        if (day >= prose.Tokens.Length || PeriodWords.Number(prose.Tokens[day]) is not (>= 1 and <= 31 and var number))
        {
            return null;
        }

        var next = day + 1;
        if (!Is(next, PeriodWords.IsTo) || _periods.At(next) is not { Period.Kind: PeriodKind.Day, To: null } until)
        {
            return null;
        }

        var last = until.Period.First;
        return number < last.Day
            ? until with
            {
                Start = at,
                Period = Period.Day(new(last.Year, last.Month, number)),
                To = until.Period,
                Until = false,
            }
            : null;
    }

    private bool Is(int at, Func<Token, bool> sort) => at < prose.Tokens.Length && sort(prose.Tokens[at]);

    private CueMark? Cue(int at, int to)
    {
        _found.Clear();
        StatementWords.Trie.Match(prose.Tokens, at, _found);
        var (end, cues) = (0, StatementCue.None);
        foreach (var match in _found)
        {
            if (match.Strength == Strengths.Exact && match.End <= to && match.End >= end && !EndsInUnit(at, match.End, to))
            {
                cues = match.End > end ? match.Value : cues | match.Value;
                end = match.End;
            }
        }

        return end == 0 ? null : new(at, end, cues);
    }

    // "lãnh đạo Sở Y tế": the name goes before "lãnh đạo sở".
    private bool EndsInUnit(int at, int end, int to) => end - at > 1 && _units.At(end - 1, to) is { Unknown: null } unit && unit.End > end;

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

            // "Đoàn kiểm tra của Sở Nội vụ"
            if (
                cue.Has(StatementCue.Title | StatementCue.Toward | StatementCue.Team)
                || cue.Has(StatementCue.Versus) && !cue.Has(StatementCue.At)
            )
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
