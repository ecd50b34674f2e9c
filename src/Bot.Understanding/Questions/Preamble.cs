using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>
/// "Chiều nay họp giao ban với lãnh đạo, nên nhờ trợ lý cho biết …": why somebody asks is no part of what is asked. It is left out, and the
/// answer says so; but nothing that could change the answer may stand in it.
/// </summary>
internal static class Preamble
{
    // Between the mark and the request: "nên", "vậy".
    private const int MostBefore = 3;

    /// <summary>The reading of what follows the reasons; null where there are none, or where it is no question of its own.</summary>
    public static Reading.Clear? Read(Sentence sentence, Reading whole, Func<Sentence, Reading> read)
    {
        if (whole is not (Reading.Blocked { By: not (BlockedBy.UnknownUnit or BlockedBy.UnknownPeriod) } or Reading.Ambiguous))
        {
            return null;
        }

        for (var at = 1; at + 1 < sentence.Tokens.Length; at++)
        {
            if (
                sentence.Tokens[at] is { Sort: Text.TokenSort.Mark } mark
                && (mark.Is(',') || mark.Is('.') || mark.Is(';'))
                && RequestAt(sentence, at + 1) is { } request
                && MayBeLeftOut(sentence, request)
                && read(sentence.InOtherWords(sentence.Typed(request, sentence.Tokens.Length)))
                    is Reading.Clear { Query: StoreQuery query, Note.LeftOut.IsEmpty: true } reading
                && (query is TargetQuery or DefineQuery || Subject.Of(query).Units is { IsNamed: true })
            )
            {
                return reading with { Note = reading.Note with { LeftOut = [sentence.Typed(0, request)] } };
            }
        }

        return null;
    }

    // "cho em biết", "please tell me": two words of courtesy at least.
    private static int? RequestAt(Sentence sentence, int from)
    {
        var first = sentence.Cues.FirstOrDefault(c => c.Start >= from && c.Start <= from + MostBefore && c.Has(Cue.Polite));
        if (first is null)
        {
            return null;
        }

        var end = first.End;
        while (sentence.CueAt(end) is { } next && (next.Has(Cue.Polite) || next.Has(Cue.Function)))
        {
            end = next.End;
        }

        return end - first.Start > 1 ? first.Start : null;
    }

    private static bool MayBeLeftOut(Sentence sentence, int end) =>
        !sentence.Units.Exists(u => u.Start < end)
        && !sentence.Numbers.Any(n => n.Start < end)
        && !sentence.Periods.Any(p => p.Start < end && p.Period != Period.Day(sentence.Question.Today))
        && !sentence.Cues.Any(c =>
            c.Start < end && (Residue.Blocking(c) is not null || c.Has(Cue.Departments) || c.Has(Cue.Districts) || c.Has(Cue.Communes))
        );
}
