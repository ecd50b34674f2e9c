using Bot.Indicators;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>
/// "còn đúng hạn?" after late dossiers: a follow-up on figures may say only what differs in an indicator's name, even where a question
/// of its own would ask for plans and deadlines with these words.
/// </summary>
internal static class Ellipsis
{
    // Beyond this the words are so common that only a better question helps.
    private const int Most = 24;

    private static readonly Cue[] OfPlans =
    [
        Cue.Issue,
        Cue.Done,
        Cue.Late,
        Cue.Deadline,
        Cue.DueSoon,
        Cue.Overdue,
        Cue.Waived,
        Cue.State,
        Cue.Work,
        Cue.Function,
        Cue.Polite,
        Cue.Ask,
    ];

    /// <summary>The indicators whose names hold those words side by side; null where there are none.</summary>
    public static Topic? Of(Sentence sentence, Subject before)
    {
        var isOffered = IsOffered(sentence);
        if (before.Indicators is not [var now])
        {
            return null;
        }

        var covers = sentence.Covers.FindAll(c =>
            c.Topic.Sort == TopicSort.Indicator
            && (isOffered || sentence.Catalogue.Indicators[c.Topic.Index].Code != now)
            && Sentence.Count(Told(sentence, c)) > Least(sentence)
            && sentence.Cues.All(cue => !sentence.IsTouched(cue, c.Own) || cue.Cues.HasOnly(OfPlans))
        );
        if (covers.Count == 0)
        {
            return null;
        }

        var most = covers.Max(c => Sentence.Count(Told(sentence, c)));
        covers.RemoveAll(c => Sentence.Count(Told(sentence, c)) < most);
        return covers.Count > Most ? null : new(covers, 0);
    }

    /// <summary>Those whose names share most words with that of the indicator spoken of.</summary>
    public static List<(Indicator Indicator, ValueList<BasisCode> Bases)> Nearest(
        List<(Indicator Indicator, ValueList<BasisCode> Bases)> found,
        Sentence sentence,
        Subject before
    )
    {
        if (found.Count < 2 || before.Indicators is not [var now])
        {
            return found;
        }

        var nearest = found;
        if (!IsOffered(sentence))
        {
            var words = Words(sentence.Catalogue[now]);
            // Who names a part of two names means the other one, not the one that is spoken of.
            var others = found.FindAll(f => f.Indicator.Code != now);
            var most = others.Max(f => Words(f.Indicator).Count(words.Contains));
            nearest = others.FindAll(f => Words(f.Indicator).Count(words.Contains) == most);
        }

        // "trễ hạn" is the late dossiers before the late dossiers with an apology.
        return
            nearest.Find(f => nearest.TrueForAll(o => Words(f.Indicator).IsSubsetOf(Words(o.Indicator)))) is { Indicator: not null } whole
            ? [whole]
            : nearest;
    }

    // What is offered in the place of an indicator that there is not was never spoken of.
    private static bool IsOffered(Sentence sentence) => sentence.Before.Unsettled == BlockedBy.UnknownIndicator;

    // "I meant overdue": one English word may be the whole name.
    private static int Least(Sentence sentence) => sentence.Language == Language.English && sentence.Has(Cue.Correction) ? 0 : 1;

    private static ulong Told(Sentence sentence, TopicCover cover) => cover.Own & ~sentence.GrammarTerms;

    private static HashSet<string> Words(Indicator indicator) => [.. Terms.OfName(indicator.Names.Vietnamese).Select(t => t.Term)];
}
