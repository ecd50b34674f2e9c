using Bot.Indicators;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Numbers;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>
/// Finds all names, times, numbers and cues in all views and takes the best path through them: more words covered, then fewer and
/// stronger parts. Weak unit names stay out of the path; the reader takes them only where nothing else explains the words.
/// </summary>
internal static class Segmentation
{
    public static List<Span> Of(Token[] tokens, Lexicon lexicon, DateOnly today, List<UnitSpan> weak)
    {
        var grammar = new PeriodGrammar(tokens, today);
        var best = new (double Score, Span? Last)[tokens.Length + 1];
        Array.Fill(best, (double.NegativeInfinity, null));
        best[0] = (0, null);
        var cues = new List<PhraseMatch<(CueSet, Language)>>();
        var units = new List<PhraseMatch<UnitName>>();
        for (var i = 0; i < tokens.Length; i++)
        {
            Offer(best, new UnknownSpan(i, i + 1), tokens[i].Sort == TokenSort.Mark ? 0 : -2);
            if (grammar.At(i) is { } time)
            {
                Offer(best, new PeriodSpan(time), Score(time.End - i, 1) + 6);
            }

            if (NumberGrammar.At(tokens, i) is { } number)
            {
                Offer(best, new NumberSpan(number), Score(number.End - i, 1) - 4);
            }

            cues.Clear();
            CueBook.Instance.Trie.Match(tokens, i, cues);
            foreach (var cue in Merge(cues, i))
            {
                Offer(best, cue, Score(cue.Length, cue.Strength) + (IsRelativeTime(cue) ? 4 * cue.Length : 0));
            }

            units.Clear();
            lexicon.Units.Match(tokens, i, units);
            foreach (var unit in Merge(units, i))
            {
                if (unit.Weak)
                {
                    weak.Add(unit);
                }
                else
                {
                    Offer(best, unit, Score(unit.Length, unit.Strength) + 4);
                }
            }
        }

        var path = new List<Span>();
        for (var at = tokens.Length; at > 0; at = path[^1].Start)
        {
            path.Add(best[at].Last!);
        }

        path.Reverse();
        return path;
    }

    // "cùng kỳ năm trước" is one time, and its "năm trước" no year of its own.
    private static bool IsRelativeTime(CueSpan cue) => cue.Has(Cue.YearEarlier) || cue.Has(Cue.PeriodEarlier) && cue.Length > 2;

    private static double Score(int words, double strength) => words * 10 * strength - 3;

    private static void Offer((double Score, Span? Last)[] best, Span span, double score)
    {
        var total = best[span.Start].Score + score;
        if (total > best[span.End].Score)
        {
            best[span.End] = (total, span);
        }
    }

    // One span for all that a phrase may do: the same words are several cues, of the strongest evidence only.
    private static IEnumerable<CueSpan> Merge(List<PhraseMatch<(CueSet Cues, Language Language)>> matches, int start)
    {
        foreach (var group in matches.GroupBy(m => m.End))
        {
            var strength = group.Max(m => m.Strength);
            var set = new CueSet();
            var language = group.First(m => m.Strength == strength).Value.Language;
            foreach (var match in group)
            {
                if (match.Strength >= Math.Min(strength, Strengths.Bare))
                {
                    set = set.With(match.Value.Cues);
                }
            }

            yield return new(start, group.Key, strength, set, language);
        }
    }

    private static IEnumerable<UnitSpan> Merge(List<PhraseMatch<UnitName>> matches, int start)
    {
        foreach (var group in matches.GroupBy(m => m.End))
        {
            var strong = group.Where(m => !m.Value.Weak).ToList();
            var taken = strong.Count > 0 ? strong : [.. group];
            taken = taken.Exists(m => !m.Value.Built) ? taken.FindAll(m => !m.Value.Built) : taken;
            var strength = taken.Max(m => m.Strength);
            yield return new(
                start,
                group.Key,
                strength,
                [.. taken.Where(m => m.Strength == strength).Select(m => m.Value.Unit).DistinctBy(u => u.Code)],
                strong.Count == 0
            );
        }
    }
}
