using Bot.Indicators;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>The words of a question that may be part of a topic's name.</summary>
internal static class ContentTerms
{
    public static (List<ContentTerm> Terms, ulong Cues, ulong Grammar, ulong Numbers) Of(Sentence sentence)
    {
        var terms = new List<ContentTerm>();
        var inCue = new List<bool>();
        var small = new List<int>();
        foreach (var span in sentence.Spans)
        {
            if (span is UnitSpan or PeriodSpan || span is CueSpan { Length: > 1 } talk && IsTalk(talk) && !IsInName(sentence, talk))
            {
                // "phut cho thang 10": what introduces a time may end a name, where it is typed without accents.
                if (span is PeriodSpan { Mention.Lead: > 0 } && terms.Count > 0 && !sentence.Tokens[span.Start].HasAccents)
                {
                    AddLead(sentence, span.Start, terms, inCue);
                }

                continue;
            }

            for (var i = span.Start; i < span.End; i++)
            {
                var token = sentence.Tokens[i];
                if (token.Sort == TokenSort.Mark || IsOfNumber(sentence, i))
                {
                    continue;
                }

                var before = terms.Count;
                Terms.Add(terms, token, i);
                if (span is CueSpan { Length: 1, Language: Language.Vietnamese } && !token.HasAccents && !terms[before].Grammar)
                {
                    small.Add(before);
                }

                if (span is CueSpan cue && cue.Cues.HasOnly(Cue.Function, Cue.Polite, Cue.Ask) && terms.Count == before + 1)
                {
                    terms[before] = terms[before] with { Grammar = !char.IsAsciiDigit(terms[before].Term[0]) };
                }

                while (inCue.Count < terms.Count)
                {
                    inCue.Add(span is CueSpan || span is NumberSpan && token.Sort == TokenSort.Word);
                }
            }
        }

        Terms.Joined(terms);
        Repair(sentence, terms);
        foreach (var i in small.Where(i => IsPaired(sentence, terms, i)))
        {
            inCue[i] = false;
            terms[i] = terms[i] with { Grammar = false };
        }

        ulong cues = 0;
        ulong grammar = 0;
        ulong numbers = 0;
        for (var i = 0; i < terms.Count && i < 64; i++)
        {
            cues |= inCue[i] ? 1UL << i : 0;
            grammar |= terms[i].Grammar ? 1UL << i : 0;
            numbers |= sentence.Tokens[terms[i].Token].Sort == TokenSort.Number ? 1UL << i : 0;
        }

        return (terms, cues, grammar, numbers);
    }

    private static void AddLead(Sentence sentence, int at, List<ContentTerm> terms, List<bool> inCue)
    {
        var last = terms[^1].Term;
        var count = terms.Count;
        Terms.Add(terms, sentence.Tokens[at], at);
        if (terms.Count == count + 1 && sentence.Lexicon.Topics.HasPair(last, terms[^1].Term))
        {
            inCue.Add(true);
        }
        else
        {
            terms.RemoveRange(count, terms.Count - count);
        }
    }

    // "35/KH-ABC": the letters of a document's number name no plan.
    private static bool IsOfNumber(Sentence sentence, int at) =>
        sentence.Tokens[at].Sort == TokenSort.Word
        && Joined(sentence, at, '/') is { } before
        && sentence.Tokens[before].Sort == TokenSort.Number
        && sentence.Tokens[before].Word.All(char.IsAsciiDigit)
        && sentence.Peek(at + 1)?.Is('-') == true;

    private static int? Joined(Sentence sentence, int at, char mark) => at > 1 && sentence.Tokens[at - 1].Is(mark) ? at - 2 : null;

    // Address and grammar of several words never stand in a name.
    private static bool IsTalk(CueSpan cue) => cue.Cues.HasOnly(Cue.Function, Cue.Polite, Cue.Ask, Cue.Greeting, Cue.Thanks, Cue.Define);

    // "dữ liệu" is talk, and part of "kế hoạch dữ liệu số"; so is "of all" before "dossiers".
    private static bool IsInName(Sentence sentence, CueSpan cue)
    {
        var end = cue.Language == Language.English ? cue.End : cue.End - 1;
        for (var i = cue.Start; i < end && i + 1 < sentence.Tokens.Length; i++)
        {
            if (sentence.Lexicon.Topics.HasPair(Term(sentence.Tokens[i]), Term(sentence.Tokens[i + 1])))
            {
                return true;
            }
        }

        return false;

        static string Term(Token token) => token.DecodedTerm ?? token.Term;
    }

    // Without accents half of all syllables are some small word: "ho so" beside each other are "hồ sơ", and not "hộ", "so".
    private static bool IsPaired(Sentence sentence, List<ContentTerm> terms, int at) =>
        Pair(sentence, terms, at - 1) || Pair(sentence, terms, at);

    private static bool Pair(Sentence sentence, List<ContentTerm> terms, int at) =>
        at >= 0
        && at + 1 < terms.Count
        && terms[at + 1].Token == terms[at].Token + 1
        && sentence.Lexicon.Topics.HasPair(terms[at].Term, terms[at + 1].Term);

    // A word that is none, one letter from a word that stands beside its neighbour in some name; where several are, none is meant for sure.
    private static void Repair(Sentence sentence, List<ContentTerm> terms)
    {
        var lexicon = sentence.Lexicon;
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            if (
                term.Term.Length < 2
                || char.IsAsciiDigit(term.Term[0])
                || lexicon.Knows(term.Term)
                || Syllable.IsValidBare(term.Term)
                || CueBook.Instance.Spelled.Contains(sentence.Tokens[term.Token].Bare)
            )
            {
                continue;
            }

            if (lexicon.Slips.Near(term.Term).FindAll(near => Fits(terms, i, near, lexicon)) is [var only])
            {
                terms[i] = term with { Term = only, Edited = true };
            }
            // "receied": the ending of a word with a slip is not cut off where that of the word is.
            else if (
                lexicon
                    .Topics.SpelledSlips.Near(sentence.Tokens[term.Token].Bare)
                    .ConvertAll(Terms.Of)
                    .FindAll(near => Fits(terms, i, near, lexicon))
                    .Distinct()
                    .ToList()
                is [var spelled]
            )
            {
                terms[i] = term with { Term = spelled, Edited = true };
            }
        }
    }

    private static bool Fits(List<ContentTerm> terms, int at, string near, Lexicon lexicon) =>
        at > 0 && lexicon.Topics.HasPair(terms[at - 1].Term, near)
        || at + 1 < terms.Count && lexicon.Topics.HasPair(near, terms[at + 1].Term)
        || near.Length > 6 && TopicIndex.IsTelling(near);
}
