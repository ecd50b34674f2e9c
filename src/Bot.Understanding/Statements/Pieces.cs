namespace Bot.Understanding.Statements;

/// <summary>A remark of a sentence: one item of a list, one verb with what belongs to it.</summary>
/// <param name="From">The first token.</param>
/// <param name="To">The token after the last.</param>
internal readonly record struct Piece(int From, int To);

/// <summary>Cuts a sentence into remarks: at semicolons and colons, and at commas and "và" before words that begin one.</summary>
internal static class Pieces
{
    // "…, chế độ, viên chức, …": what is so short and begins like an item still is part of a row of nouns.
    private const int ShortestItem = 3;
    private const int LongVerb = 5;

    public static List<Piece> Of(Clause clause)
    {
        List<Piece> pieces = [];
        var tokens = clause.Prose.Tokens;
        var items = Enumerable.Range(clause.Passage.From, clause.Passage.To - clause.Passage.From).Any(at => tokens[at].Is(';'));
        var (from, open, named) = (clause.Passage.From, 0, false);
        for (var at = clause.Passage.From; at < clause.Passage.To; at++)
        {
            open +=
                tokens[at].Is('(') ? 1
                : tokens[at].Is(')') && open > 0 ? -1
                : 0;
            named = IsQuoteMark(tokens[at]) ? !named && (at == clause.Passage.From || !tokens[at - 1].Is(':')) : named;
            if (open > 0 || named || !IsCut(clause, from, at, items))
            {
                continue;
            }

            Add(pieces, clause, from, at);
            from = at + 1;
        }

        Add(pieces, clause, from, clause.Passage.To);
        return pieces;
    }

    // "Mô hình “Không viết, không hẹn” …" is a name; what follows a colon is speech.
    private static bool IsQuoteMark(Text.Token token) => token.Is('"') || token.Is('\u201c') || token.Is('\u201d');

    private static bool IsCut(Clause clause, int from, int at, bool items)
    {
        var token = clause.Prose.Tokens[at];
        var next = at + 1 < clause.Passage.To ? clause.Over(at + 1) : null;
        if (
            clause.Over(at) is UnitMark
            || token.Is(',') && clause.Over(at) is CueMark
            || token.Is(',') && next is UnitMark && at > from && clause.Over(at - 1) is UnitMark
            || token.Is(',') && at > from && IsVerb(clause.Over(at - 1)) && IsVerb(next)
        )
        {
            return false;
        }

        return token.Is(';')
            || token.Is(':')
            || token.Is(',') && AreBothJudged(clause, from, at)
            || !items
                && token.Is(',')
                && (at - clause.Passage.From >= ShortestItem || clause.Over(at - 1) is UnitMark or PeriodMark || IsTurn(clause, at - 1))
                && (
                    next is UnitMark or FigureMark
                    || next is CueMark thing
                        && thing.Has(StatementCue.NounStart | StatementCue.Noun)
                        && (clause.Over(at - 1) is FigureMark || clause.Figures.Any(f => f.Start > at && f.End <= EndOf(clause, at + 1)))
                    || next is CueMark cue && (cue.Has(Begins) || cue.Has(StatementCue.NounStart) && IsJudged(clause, at + 1))
                )
            || !items
                && token.Key == "va2"
                && next is CueMark verb
                && verb.Has(StatementCue.ItemStart)
                && !verb.Has(StatementCue.Measure | StatementCue.Noun)
                && clause.Has(StatementCue.Recommendation, from, at)
                && IsLong(clause, from, at)
            || token.Is('.') && at == clause.Passage.To - 1;
    }

    // "…; chưa bố trí kinh phí, việc luân chuyển hồ sơ còn chậm": between semicolons a comma parts what is judged on both sides.
    private static bool AreBothJudged(Clause clause, int from, int at) =>
        at - from >= LongVerb
        && at + 1 < clause.Passage.To
        && clause.Over(at + 1) is CueMark cue
        && cue.Has(Begins | StatementCue.NounStart)
        && !cue.Has(Verdict)
        && clause.Has(Verdict, from, at)
        && clause.Has(Verdict, at + 1, EndOf(clause, at + 1));

    // "đề nghị các đơn vị rà soát, khắc phục những hạn chế …": verbs side by side have one object.
    private static bool IsVerb(Mark? mark) =>
        mark is CueMark cue
        && cue.Has(StatementCue.ItemStart)
        && !cue.Has(Verdict | StatementCue.Measure | StatementCue.Noun | StatementCue.Words);

    private const StatementCue Verdict = StatementCue.Limitation | StatementCue.Achievement | StatementCue.Lacks;

    private const StatementCue Begins =
        StatementCue.ItemStart
        | StatementCue.Lacks
        | StatementCue.Recommendation
        | StatementCue.Issue
        | StatementCue.ThoseUnits
        | StatementCue.Team
        | StatementCue.Words
        | StatementCue.AnyUnits
        | StatementCue.Speech
        | StatementCue.Turn;

    private static bool IsTurn(Clause clause, int at) =>
        at >= clause.Passage.From && clause.Over(at) is CueMark cue && cue.Has(StatementCue.Turn);

    // "…, công chức, viên chức" are a row; "…, công chức còn lúng túng" is a remark.
    private static bool IsJudged(Clause clause, int at)
    {
        return clause.Has(StatementCue.Limitation | StatementCue.Achievement | StatementCue.Words, at, EndOf(clause, at));
    }

    private static int EndOf(Clause clause, int at)
    {
        // "cũ, hỏng"
        while (
            at < clause.Passage.To
            && !(clause.Prose.Tokens[at].Is(',') && clause.Over(at) is not CueMark || clause.Prose.Tokens[at].Is(';'))
        )
        {
            at++;
        }

        return at;
    }

    // "đào tạo và bồi dưỡng": two verbs side by side are one.
    private static bool IsLong(Clause clause, int from, int at)
    {
        var after = 0;
        for (var i = at + 1; i < clause.Passage.To && !clause.Prose.Tokens[i].Is(','); i++)
        {
            after++;
        }

        return at - from >= LongVerb && after >= LongVerb;
    }

    private static void Add(List<Piece> pieces, Clause clause, int from, int to)
    {
        while (from < to && clause.Prose.Tokens[from].Sort == Text.TokenSort.Mark)
        {
            from++;
        }

        if (from < to)
        {
            pieces.Add(new(from, to));
        }
    }
}
