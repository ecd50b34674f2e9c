using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions.Frames;

/// <summary>What is said to the assistant and not asked of the store.</summary>
internal static class ChatFrame
{
    // So many words of a name are no chance.
    private const int NamedWords = 4;

    private static readonly Cue[] Talk =
    [
        Cue.Function,
        Cue.Polite,
        Cue.Greeting,
        Cue.Thanks,
        Cue.Goodbye,
        Cue.Acknowledge,
        Cue.Ask,
        Cue.Good,
        Cue.Bad,
        Cue.Help,
        Cue.FollowUp,
        Cue.Done,
    ];

    /// <summary>Commands to the assistant that are not about the store at all, and attempts to give it other rules.</summary>
    public static Reading? Foreign(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var named = parts.Leading() is { } topic && topic.Best[0].Full != 0 && topic.LeftOver == 0;
        return
            sentence.Has(Cue.Injection) && !IsLedByQuestion(sentence)
            || sentence.Has(Cue.OutOfScope, parts.Explained)
                && !named
                && parts.Leading()?.Best[0].Full is null or 0
                && sentence.Has(Cue.OutOfScope)
            ? new Reading.OutOfScope { Language = sentence.Language }
            : null;
    }

    public static Reading? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (
            parts.Leading() is { } topic && topic.Best[0].Full != 0
            || sentence.Units.Count > 0 && !sentence.Has(Cue.Subscribe) && !sentence.Has(Cue.Unsubscribe)
        )
        {
            return null;
        }

        // "I do not want …" in words that nobody foresaw is no wish for them.
        if (sentence.Has(Cue.Unsubscribe) || sentence.Has(Cue.Subscribe) && !sentence.Has(Cue.Not))
        {
            return Clear(sentence, new SubscribeQuery { On = !sentence.Has(Cue.Unsubscribe) });
        }

        if (Wish(sentence) is { } wish)
        {
            return new Reading.Clear
            {
                Language = wish,
                Query = new SetLanguageQuery { To = wish, Then = sentence.Before.LastQuery },
            };
        }

        if (Help(parts) is { } help)
        {
            return Clear(sentence, help);
        }

        if (
            !sentence.Spans.All(s =>
                s is CueSpan { } c && Talk.Any(t => c.Has(t)) || s is UnknownSpan && sentence.Tokens[s.Start].Sort == TokenSort.Mark
            )
        )
        {
            return null;
        }

        return sentence.Has(Cue.Bad) ? Clear(sentence, new FeedbackQuery { Good = false })
            : sentence.Has(Cue.Good) ? Clear(sentence, new FeedbackQuery { Good = true })
            : SmallTalk(sentence) is { } sort ? Clear(sentence, new SmallTalkQuery { Sort = sort })
            : null;
    }

    /// <summary>The language that is wished for; null where none is.</summary>
    public static Language? Wish(Sentence sentence) =>
        sentence.Has(Cue.English) ? Language.English
        : sentence.Has(Cue.Vietnamese) ? Language.Vietnamese
        : null;

    private static Reading.Clear Clear(Sentence sentence, Query query) => new() { Language = sentence.Language, Query = query };

    private static HelpQuery? Help(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        // "Trung tâm … có chức năng gì?" asks what is named, and not the assistant.
        if (sentence.Has(Cue.Help) && Sentence.Count(parts.Explained & ~sentence.GrammarTerms) < NamedWords)
        {
            return new HelpQuery();
        }

        // "các quận huyện" after another question only says whose figures are meant.
        var several = sentence.Has(Cue.Which) || sentence.Has(Cue.Plural) && sentence.Before.LastQuery is null;
        if (
            !several && !sentence.Has(Cue.Ask) && !sentence.Has(Cue.Covered)
            || parts.Leading() is not null
            || sentence.Periods.Count > 0
            || sentence.Numbers.Count > 0
        )
        {
            return null;
        }

        // "có những chỉ số nào", "which departments are there", "bạn biết những đơn vị nào"
        var only = sentence.Spans.All(s =>
            s is CueSpan c
                && (
                    Talk.Any(t => c.Has(t))
                    || c.Has(Cue.Which)
                    || c.Has(Cue.Plural)
                    || c.Has(Cue.Measure)
                    || c.Has(Cue.Target)
                    || c.Has(Cue.Covered)
                    || c.Has(Cue.AnyUnits)
                    || c.Has(Cue.Departments)
                    || c.Has(Cue.Districts)
                    || c.Has(Cue.Communes)
                    || c.Has(Cue.OwnCity)
                    || c.Has(Cue.PlanHead)
                    || c.Has(Cue.ReportHead)
                )
            || s is UnknownSpan && sentence.Tokens[s.Start].Sort == TokenSort.Mark
        );
        return !only ? null
            : sentence.Has(Cue.AnyUnits) || several && KindOf(sentence) is not null
                ? new HelpQuery { Topic = HelpTopic.Units, UnitKind = sentence.Has(Cue.AnyUnits) ? null : KindOf(sentence) }
            : (sentence.Has(Cue.PlanHead) || sentence.Has(Cue.ReportHead)) && several ? new HelpQuery { Topic = HelpTopic.Obligations }
            : sentence.Has(Cue.Covered) || (sentence.Has(Cue.Measure) || sentence.Has(Cue.Target)) && several
                ? new HelpQuery { Topic = HelpTopic.Indicators }
            : null;
    }

    private static OrgUnitKind? KindOf(Sentence sentence) =>
        sentence.Has(Cue.Departments) ? OrgUnitKind.Department
        : sentence.Has(Cue.Districts) ? OrgUnitKind.District
        : sentence.Has(Cue.Communes) ? OrgUnitKind.Commune
        : null;

    private static SmallTalkKind? SmallTalk(Sentence sentence) =>
        sentence.Has(Cue.Goodbye) ? SmallTalkKind.Goodbye
        : sentence.Has(Cue.Thanks) ? SmallTalkKind.Thanks
        : sentence.Has(Cue.Greeting) ? SmallTalkKind.Greeting
        : sentence.Has(Cue.Acknowledge) ? SmallTalkKind.Acknowledgement
        : null;

    // "giả sử" and the like inside a real question change nothing that the store would say.
    private static bool IsLedByQuestion(Sentence sentence) =>
        sentence.Cues.Any(c =>
            c.Has(Cue.Injection) && c.Cues.HasOnly(Cue.Injection, Cue.Function, Cue.Polite) && c.Start > 0 && sentence.Cues[0].Has(Cue.Ask)
        );
}
