using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>Plans or reports named by how often they are owed, and by nothing else: "báo cáo quý", "monthly reports".</summary>
/// <param name="Types">All that are owed so often.</param>
/// <param name="Explained">The content terms that say so.</param>
internal sealed record OwedEvery(ValueList<ObligationType> Types, ulong Explained)
{
    public static OwedEvery? Of(Sentence sentence)
    {
        foreach (var head in sentence.Cues.Where(c => c.Has(Cue.ReportHead) || c.Has(Cue.PlanHead)))
        {
            var at = head.Language == Language.English ? head.Start - 1 : head.End;
            var beside = sentence.SpanAt(at);
            var frequency = beside is PeriodSpan { Mention.To: null } time ? Frequency(time.Mention.Period) : Frequency(sentence.Peek(at));
            if (beside is null || frequency is null)
            {
                continue;
            }

            var names = sentence.Tokens[head.Start..head.End];
            var types = sentence.Catalogue.ObligationTypes.Where(t => t.Frequency == frequency && IsCalled(t.Names, names)).ToList();
            // Of several reports of a half it is not said which, and the time is told anyway.
            if (types.Count == 1 || types.Count > 1 && beside is not PeriodSpan)
            {
                return new([.. types], Terms(sentence, at));
            }
        }

        return null;
    }

    // "báo cáo quý 3/2025"; of one with a year alone it is not said that it is the yearly one.
    private static string? Frequency(Period period) =>
        period.Kind switch
        {
            PeriodKind.Quarter => "quarter",
            PeriodKind.Half => "half",
            PeriodKind.Month => "month",
            _ => null,
        };

    // "quý", "quarterly", "năm", "annual"
    private static string? Frequency(Token? token) =>
        PeriodWords.Is(token, TimeWord.Quarter) ? "quarter"
        : PeriodWords.Is(token, TimeWord.Month) ? "month"
        : PeriodWords.Is(token, TimeWord.Half) ? "half"
        : PeriodWords.Is(token, TimeWord.Year) ? "year"
        : null;

    private static bool IsCalled(Names names, Token[] head) =>
        names
            .Aliases.Append(names.Vietnamese)
            .Append(names.English)
            .SelectMany(Tokeniser.Split)
            .Any(t => Array.Exists(head, h => t.Sort == TokenSort.Word && t.Term == h.Term));

    private static ulong Terms(Sentence sentence, int token)
    {
        var mask = 0UL;
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            mask |= sentence.Content[i].Token == token ? 1UL << i : 0;
        }

        return mask;
    }
}
