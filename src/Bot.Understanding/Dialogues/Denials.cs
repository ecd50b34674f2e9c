using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Text;

namespace Bot.Understanding.Dialogues;

/// <summary>What a correction takes back ("không phải Sở Y tế mà là …", "not the second quarter"), and the "không" that only opens it.</summary>
internal sealed class Denials
{
    private readonly List<Span> _denied = [];

    public Denials(Sentence sentence)
    {
        var harmless = true;
        var words = sentence.Spans.FindAll(s => s is not UnknownSpan || sentence.Tokens[s.Start].Sort != TokenSort.Mark);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is not CueSpan cue || !cue.Has(Cue.Not) && !cue.Has(Cue.Denial))
            {
                continue;
            }

            var next = i + 1;
            while (next < words.Count && words[next] is CueSpan { } grammar && grammar.Has(Cue.Function))
            {
                next++;
            }

            var name = next < words.Count ? sentence.Units.Find(u => u.Start == words[next].Start) ?? words[next] : null;
            // "không phải, Sở Y tế": what stands behind the comma is meant.
            var isParted = i == 0 && sentence.Peek(cue.End) is { Sort: TokenSort.Mark };
            if (cue.Has(Cue.Denial) && !isParted && name is UnitSpan or PeriodSpan)
            {
                _denied.Add(name);
            }
            else if (i > 0 || !IsPlainNo(sentence, cue))
            {
                harmless = false;
            }
        }

        IsHarmless = harmless || _denied.Count == 0 && Claims.IsYesNo(sentence);
    }

    // "không, …", "không phải, …": it takes back the answer and nothing that is named.
    private static bool IsPlainNo(Sentence sentence, CueSpan cue) =>
        sentence.Peek(cue.End) is { Sort: TokenSort.Mark }
        || !cue.Has(Cue.Denial) && cue.Length == 1 && sentence.Tokens[cue.Start].Bare is "khong" or "ko" or "k" or "no";

    /// <summary>Whether every negation is accounted for: it opens the sentence, denies a name, or ends a question of yes or no.</summary>
    public bool IsHarmless { get; }

    public bool Denies(UnitSpan span) => _denied.Contains(span);

    public bool Denies(int start) => _denied.Exists(d => d.Start == start);
}
