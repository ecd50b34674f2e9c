using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>Where the words of a remark begin and end, without what only leads to it.</summary>
internal static class Remark
{
    /// <summary>The first token: after "Tuy nhiên, Sở Y tế", after "Đoàn kiểm tra … ghi nhận".</summary>
    public static int Start(Clause clause, Piece piece)
    {
        var from = Spoken(clause, piece) ?? piece.From;
        from += from == clause.Passage.From && clause.Prose.IsNumbered(from) ? 1 : 0;
        while (
            from < piece.To - 1
            && clause.Over(from) is var over
            && (over is CueMark cue && cue.Has(StatementCue.Turn) || IsMark(clause, from))
        )
        {
            from = over is CueMark ? over.End : from + 1;
        }

        return Math.Min(from, piece.To - 1);
    }

    /// <summary>The token after the last: without "như".</summary>
    public static int End(Clause clause, Piece piece)
    {
        var to = piece.To;
        while (to > piece.From + 1 && (IsMark(clause, to - 1) && !clause.Prose.Tokens[to - 1].Is(')') || IsListHead(clause, to - 1)))
        {
            to--;
        }

        return to;
    }

    private static bool IsListHead(Clause clause, int at) =>
        clause.Over(at) is CueMark cue
        && cue.Start == at
        && cue.End == at + 1
        && cue.Has(StatementCue.ListHead)
        && !cue.Has(StatementCue.Reach);

    private static bool IsMark(Clause clause, int at) => clause.Prose.Tokens[at].Sort == TokenSort.Mark;

    // Somebody says it: the remark is what is said, with the verb where a noun follows ("ghi nhận kết quả …").
    private static int? Spoken(Clause clause, Piece piece)
    {
        var verb = clause.Cues(piece.From, piece.To).FirstOrDefault(c => c.Has(StatementCue.Speech));
        if (verb is null || !clause.Has(StatementCue.Team | StatementCue.Person, piece.From, verb.Start))
        {
            return null;
        }

        return
            verb.Has(StatementCue.Achievement)
            && verb.End < piece.To
            && clause.Over(verb.End) is CueMark next
            && next.Has(StatementCue.ThatUnit)
            ? verb.End
            : verb.Start;
    }
}
