using System.Buffers;
using Bot.Indicators;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>Which language a question is in. Names of units and figures say nothing; the grammar around them does.</summary>
internal static class Languages
{
    // A word without any is an abbreviation, and of neither language.
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static Language Of(Sentence sentence)
    {
        var (vietnamese, english) = (0, 0);
        foreach (var span in sentence.Spans)
        {
            switch (span)
            {
                case CueSpan cue:
                    var weight = cue.Cues.HasOnly(Cue.UnitHead, Cue.UnitTail, Cue.Measure) ? 1 : 2;
                    if (cue.Language == Language.Vietnamese)
                    {
                        vietnamese += weight;
                    }
                    else
                    {
                        english += weight;
                    }

                    break;
                case UnknownSpan or UnitSpan:
                    for (var i = span.Start; i < span.End; i++)
                    {
                        var token = sentence.Tokens[i];
                        if (token.Sort == TokenSort.Word && token.Word.Length > 1)
                        {
                            vietnamese += token.HasAccents || token.Decoded is not null ? 1 : 0;
                            english +=
                                !token.HasAccents
                                && token.Word.Length > 3
                                && token.Word.AsSpan().ContainsAny(Vowels)
                                && !Syllable.IsValidBare(token.Bare)
                                && token.Decoded is null
                                    ? 1
                                    : 0;
                        }
                    }

                    break;
                case PeriodSpan:
                    for (var i = span.Start; i < span.End; i++)
                    {
                        vietnamese += sentence.Tokens[i].HasAccents || sentence.Tokens[i].Bare is "quy" or "nam" or "thang" ? 1 : 0;
                        english += sentence.Tokens[i].Word is "quarter" or "year" or "of" or "in" or "half" ? 1 : 0;
                    }

                    break;
            }
        }

        return vietnamese > english ? Language.Vietnamese
            : english > vietnamese ? Language.English
            : sentence.Before.Language ?? sentence.Question.Locale ?? Language.Vietnamese;
    }
}
