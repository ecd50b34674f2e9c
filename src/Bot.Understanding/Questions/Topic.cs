using System.Numerics;
using Bot.Indicators;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>What a question is about: the topics that explain most of its words, one where it is clear.</summary>
/// <param name="Best">The topics that explain the same words equally well; one where the question is clear.</param>
/// <param name="LeftOver">The content terms that they do not explain.</param>
internal sealed record Topic(IReadOnlyList<TopicCover> Best, ulong LeftOver)
{
    // Beyond this the words are so common that only a better question helps.
    private const int Most = 24;

    /// <summary>The one topic; null where there are several.</summary>
    public TopicCover? Only => Best.Count == 1 ? Best[0] : null;

    /// <summary>The terms that the topic explains.</summary>
    public ulong Explained => Best.Count == 0 ? 0 : Best.Aggregate(~0UL, (mask, c) => mask & c.All);

    /// <summary>The best topic of a sort; null where no name of that sort is touched.</summary>
    public static Topic? Of(Sentence sentence, TopicSort sort)
    {
        var all = sentence.Content.Count >= 64 ? ~0UL : (1UL << sentence.Content.Count) - 1;
        var must = all & ~sentence.CueTerms & ~sentence.GrammarTerms & ~sentence.NumberTerms;
        var least = int.MaxValue;
        var kept = new List<TopicCover>();
        foreach (var cover in sentence.Covers)
        {
            if (cover.Topic.Sort != sort || cover.Own == 0 || cover.Full == 0 && !IsTold(sentence, cover))
            {
                continue;
            }

            var left = BitOperations.PopCount(must & ~cover.All);
            if (left < least)
            {
                kept.Clear();
                least = left;
            }

            if (left == least)
            {
                kept.Add(cover);
            }
        }

        if (kept.Count == 0)
        {
            return null;
        }

        kept = Greatest(kept, c => BitOperations.PopCount(c.Full));
        if (kept[0].Full == 0 || kept.Count > 1)
        {
            kept = kept[0].Full == 0 ? kept : Greatest(kept, c => c.InOnePiece ? 1 : 0);
            kept = Greatest(kept, c => BitOperations.PopCount(c.All & ~sentence.GrammarTerms));
            kept = Greatest(kept, c => c.InOnePiece ? 1 : 0);
        }

        return new(kept.Count > Most ? kept.GetRange(0, Most) : kept, must & ~kept[0].All);
    }

    // "Sở Y tế trễ hạn bao nhiêu?": a quantity of a unit, and no plan or project is spoken of.
    private static bool IsCounted(Sentence sentence) =>
        sentence.Spans.Exists(s => s is UnitSpan)
        && sentence.Cues.Any(c => c.Has(Cue.Ask) && sentence.Tokens[c.Start..c.End].Any(t => t.Bare is "nhieu" or "may" or "%"))
        && !sentence.Has(Cue.PlanHead)
        && !sentence.Has(Cue.ReportHead)
        && !sentence.Has(Cue.ProjectHead);

    // Words that are cues anyway name nothing by a part of a name, unless "tỷ lệ", "rate" say that something is named.
    private static bool IsTold(Sentence sentence, TopicCover cover) =>
        (cover.Own & ~sentence.CueTerms & ~sentence.GrammarTerms) != 0
        || (sentence.Has(Cue.Measure, cover.Own) || IsCounted(sentence))
            && sentence.Cues.Any(c => !c.Cues.HasOnly(Cue.Ask, Cue.Function, Cue.Polite) && sentence.IsTouched(c, cover.Own));

    /// <summary>The indicators of the topic.</summary>
    public ValueList<Indicator> Indicators(Sentence sentence) =>
        [.. Best.Where(c => c.Topic.Sort == TopicSort.Indicator).Select(c => sentence.Catalogue.Indicators[c.Topic.Index])];

    private static List<TopicCover> Greatest(List<TopicCover> covers, Func<TopicCover, int> measure)
    {
        var most = covers.Max(measure);
        return covers.FindAll(c => measure(c) == most);
    }
}
