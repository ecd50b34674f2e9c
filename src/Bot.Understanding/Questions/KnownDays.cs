using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>"số liệu biết đến ngày 30/6", "as known on 30 June": a day of what was known, which is no period of the figures.</summary>
internal static class KnownDays
{
    /// <summary>Makes the words and their time one span, so that nothing takes the time for a period; null where there is none.</summary>
    public static DateOnly? Take(List<Span> spans, Token[] tokens)
    {
        for (var i = 0; i + 1 < spans.Count; i++)
        {
            if (
                spans[i] is CueSpan cue
                && cue.Has(Cue.Known)
                && spans[i + 1] is PeriodSpan { Mention: { To: null } time }
                && !IsAsking(tokens, cue.Start)
            )
            {
                spans[i] = new KnownSpan(cue.Start, time.End, time.Period.Last);
                spans.RemoveAt(i + 1);
                return time.Period.Last;
            }
        }

        return null;
    }

    /// <summary>
    /// The reading as of that day. What is no question about figures has no such day and is asked back; a follow-up keeps the day
    /// of the question before it.
    /// </summary>
    public static Reading Settle(Sentence sentence, Reading reading) =>
        sentence.KnownOn is { } day
            ? reading switch
            {
                Reading.Clear { Query: FigureQuery q } clear => clear with { Query = q with { KnownOn = day } },
                Reading.Clear { Query: ProvenanceQuery { Of: FigureQuery of } q } clear => clear with
                {
                    Query = q with { Of = of with { KnownOn = day } },
                },
                Reading.Clear => Blocked(sentence),
                Reading.Ambiguous choice => choice with { Choices = On(choice.Choices, day) },
                Reading.Blocked blocked => blocked with { Nearest = On(blocked.Nearest, day) },
                _ => reading,
            }
        : reading is Reading.Clear { Query: FigureQuery { KnownOn: null } asked, Note.Inherited.IsEmpty: false } followUp
        && !sentence.Has(Cue.Newest)
        && sentence.Before.LastQuery is FigureQuery { KnownOn: { } before }
            ? followUp with
            {
                Query = asked with { KnownOn = before },
                // A number to hold against may have been let go; the day is not.
                Note = sentence.Before.LastQuery is ValueQuery { Claim: not null }
                    ? followUp.Note
                    : followUp.Note with
                    {
                        Inherited = [.. followUp.Note.Inherited, InheritedSlot.Condition],
                        Dropped = [.. followUp.Note.Dropped.Where(d => d != InheritedSlot.Condition)],
                    },
            }
        : reading;

    private static ValueList<Query> On(ValueList<Query> queries, DateOnly day) =>
        [.. queries.Select(query => query is FigureQuery figures ? figures with { KnownOn = day } : query)];

    private static Reading.Blocked Blocked(Sentence sentence)
    {
        var span = sentence.Spans.OfType<KnownSpan>().First();
        return new Reading.Blocked
        {
            Language = sentence.Language,
            By = BlockedBy.UnknownPeriod,
            Words = sentence.Typed(span.Start, span.End),
        };
    }

    // "cho biết đến ngày 30/6 tỷ lệ là bao nhiêu" asks to be told, and the day is the figure's own.
    private static bool IsAsking(Token[] tokens, int start) => start > 0 && tokens[start - 1].Word == "cho";
}
