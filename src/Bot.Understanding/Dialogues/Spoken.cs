using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>What a fragment may be about: the open choices, the query that it returns to, or the last one.</summary>
/// <param name="Queries">The queries; at least one.</param>
/// <param name="Asks">Whether even a clear edit is only offered, because the question before was refused.</param>
/// <param name="Returns">Whether it returns to an earlier query, so that naming nothing means that query as it was.</param>
internal sealed record Spoken(ValueList<StoreQuery> Queries, bool Asks, bool Returns)
{
    private const int Offered = 3;

    /// <summary>The unit that all of it is about; null where there are several or none.</summary>
    public OrgUnitCode? Unit => Subject.Of(Queries[0]).Unit is { } unit && Queries.All(q => Subject.Of(q).Unit == unit) ? unit : null;

    /// <summary>What is spoken of; null where there is nothing.</summary>
    public static Spoken? Of(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var before = sentence.Before;
        // "quay lại chỉ số trước đó" changes the indicator of the last question, and does not go back to another.
        if (sentence.Has(Cue.Back) && !sentence.Has(Cue.EarlierIndicator) && !sentence.Has(Cue.EarlierUnit))
        {
            return Returned(parts) is { } query ? new([query], Asks: false, Returns: true) : null;
        }

        // What was refused is asked of the name or time that there is.
        if (before.Otherwise is { } otherwise && IsSettled(parts) && !IsAdded(sentence))
        {
            return new([otherwise], Asks: false, Returns: false);
        }

        if (before.Choices is { IsEmpty: false } offered)
        {
            ValueList<StoreQuery> choices = [.. offered.OfType<StoreQuery>()];
            return choices.IsEmpty ? null : new(choices, before.Unsettled is not null, Returns: false);
        }

        return before.LastQuery is { } last ? new(last is DefineQuery ? Around(last, before) : [last], !IsSettled(parts), Returns: false)
            : before.Unsettled is not null && before.Earlier is [var earlier, ..] ? new([earlier], Asks: true, Returns: false)
            : null;
    }

    /// <summary>The edit of what is spoken of; null where the fragment names nothing of it; no query where it cannot be placed.</summary>
    public Draft? Draft(QuestionParts parts)
    {
        List<(StoreQuery Query, Draft Draft)> edits =
        [
            .. Queries.Select(q => (q, Edits.Of(parts, q))).Where(e => e.Item2 is not null).Select(e => (e.q, e.Item2!)),
        ];
        if (edits.Count == 0)
        {
            return Returns ? AsItWas(Queries[0]) : null;
        }

        // What only one choice holds chooses it.
        var unchanged = edits.FindAll(e => e.Draft.Queries is [var same] && same.Equals(e.Query));
        var taken = Queries.Count > 1 && unchanged.Count == 1 ? unchanged : edits.FindAll(e => !e.Draft.Queries.IsEmpty);
        if (taken.Count == 0)
        {
            return edits[0].Draft;
        }

        var found = taken.SelectMany(e => e.Draft.Queries).Distinct().ToList();
        found = found.Exists(q => q is ValueQuery) ? found.FindAll(q => q is ValueQuery) : found;
        return taken[0].Draft with
        {
            Queries = [.. found.Take(Offered)],
            Asks = Asks || found.Count > 1 || taken[0].Draft.Asks,
            What = Asks || taken.Count > 1 ? ClarifyWhat.Question : taken[0].Draft.What,
        };
    }

    // A refused question is settled by naming what was wrong with it; until then an edit of an older one is a guess.
    private static bool IsSettled(QuestionParts parts) =>
        parts.Sentence.Before.Unsettled switch
        {
            null => true,
            BlockedBy.UnknownUnit => parts.Sentence.Units.Count > 0 || parts.Kind is not null,
            BlockedBy.UnknownIndicator => parts.Sentence.Before.Otherwise is { } otherwise
                && (parts.Indicator is { LeftOver: 0 } || Ellipsis.Of(parts.Sentence, Subject.Of(otherwise)) is not null),
            BlockedBy.UnknownPeriod => parts.Sentence.Periods.Count > 0,
            _ => false,
        };

    // What comes beside, or is held against, the units spoken of has none in a refused question.
    private static bool IsAdded(Sentence sentence) =>
        References.Has(sentence)
        || sentence.Has(Cue.Add)
        || sentence.Has(Cue.Versus)
        || sentence.Has(Cue.Compare)
        || sentence.Has(Cue.Better)
        || sentence.Has(Cue.Except);

    // After "X là gì" a unit may be meant for X, or for what was asked before it.
    private static ValueList<StoreQuery> Around(StoreQuery definition, Recollection before)
    {
        var asked = before.Earlier is [var earlier, ..] ? Subject.Of(earlier).Indicators : [];
        return asked.IsEmpty ? [definition]
            : asked == Subject.Of(definition).Indicators ? [before.Earlier[0]]
            : [definition, before.Earlier[0]];
    }

    private static StoreQuery? Returned(QuestionParts parts)
    {
        var before = parts.Sentence.Before;
        // Of what the words can name, what was spoken of is meant.
        if (parts.Indicator is { } topic && (topic.Best[0].Full != 0 || topic.LeftOver == 0))
        {
            var named = topic.Indicators(parts.Sentence).Select(i => i.Code).ToList();
            if (before.Earlier.FirstOrDefault(e => Subject.Of(e).Indicators.Any(named.Contains)) is { } about)
            {
                return about;
            }
        }

        var isOpen = !before.Choices.IsEmpty || before.Unsettled is not null;
        return isOpen && before.LastQuery is { } last ? last
            : before.Earlier is [var earlier, ..] ? earlier
            : null;
    }

    private static Draft AsItWas(StoreQuery query) =>
        new()
        {
            Queries = [query],
            Used = Questions.Draft.Cues(Cue.Back, Cue.FollowUp, Cue.Correction),
            Inherited = Inheritance.Kept(query, query, new NamedUnits(), new NamedTopic(), new NamedPeriod()),
        };
}
