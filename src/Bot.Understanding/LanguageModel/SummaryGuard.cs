using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Results;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Text;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// Holds each sentence of a summary against the facts. A sentence repeats one fact in its own order: it may put in or leave out words that
/// join, and nothing else where the fact has a number. Of a fact without one it may leave out words too, but none that names a unit,
/// denies, compares or judges. So a number stands with its own unit, measure, basis and time, and no sentence is turned around.
/// </summary>
internal sealed class SummaryGuard(Catalogue catalogue, Language language, DateOnly today)
{
    private const int MostSentences = 3;

    private readonly Lexicon _lexicon = Lexicon.Of(catalogue);

    /// <summary>The summary; null where one sentence says anything that no fact says.</summary>
    public string? Of(IReadOnlyList<string> sentences, IReadOnlyCollection<SaidFact> facts)
    {
        if (sentences.Count is 0 or > MostSentences)
        {
            return null;
        }

        List<List<Word>> known = [.. facts.Select(fact => WordsOf(fact.Text))];
        return sentences.All(sentence => WordsOf(sentence) is { Count: > 0 } said && known.Exists(fact => Repeats(said, fact)))
            ? string.Join(' ', sentences.Select(sentence => sentence.Trim()))
            : null;
    }

    private static bool Repeats(List<Word> said, List<Word> fact)
    {
        var whole = fact.Exists(word => word.HasDigit);
        var at = 0;
        foreach (var word in fact)
        {
            if (at < said.Count && said[at].Text == word.Text)
            {
                at++;
            }
            else if (whole || word.Matters)
            {
                return false;
            }
        }

        return at == said.Count;
    }

    // Signs count where they are part of a number: "85,5", "28/03/2023", "35/KH-SYT", "%".
    private List<Word> WordsOf(string text)
    {
        var sentence = new Sentence(new Question(text, today, language), _lexicon);
        var words = new List<Word>();
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var token = sentence.Tokens[i];
            var digit = token.Word.AsSpan().ContainsAnyInRange('0', '9');
            if (token.Sort == TokenSort.Mark ? IsOfNumber(sentence.Tokens, i) : digit || !JoiningWords.Are(token.Key, language))
            {
                words.Add(new(token.Sort == TokenSort.Mark ? token.Word : token.Key, digit, Matters(sentence, i)));
            }
        }

        return words;
    }

    private static bool IsOfNumber(Token[] tokens, int at) =>
        tokens[at].Is('%')
        || tokens[at].Word is "<" or ">" or "<=" or ">=" or "+" or "="
        || at > 0
            && at + 1 < tokens.Length
            && !tokens[at].SpaceBefore
            && !tokens[at + 1].SpaceBefore
            && (HasDigit(tokens[at - 1]) || HasDigit(tokens[at + 1]));

    private static bool HasDigit(Token token) => token.Word.AsSpan().ContainsAnyInRange('0', '9');

    private static bool Matters(Sentence sentence, int token) =>
        sentence.Units.Concat(sentence.Weak).Any(unit => unit.Start <= token && token < unit.End)
        || sentence.CueAt(token) is { } cue && !cue.Cues.HasOnly(Cue.Function, Cue.Polite);

    private readonly record struct Word(string Text, bool HasDigit, bool Matters);
}
