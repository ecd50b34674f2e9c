using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Questions.Frames;

namespace Bot.Understanding.Questions;

/// <summary>
/// Reads a question to a query, by rules alone: the same text, catalogue, day and dialogue give the same reading. It never guesses:
/// what it cannot account for it asks about, or refuses.
/// </summary>
public sealed class QuestionReader
{
    // Longer texts are documents, not questions; and the masks of content terms have 64 places.
    private const int LongestQuestion = 60;

    private readonly Func<QuestionParts, Draft?>[] _frames =
    [
        DefineFrame.Read,
        ObligationsFrame.Read,
        ProjectsFrame.Read,
        FindingsFrame.Read,
        InspectionFrame.Read,
        UnitFrame.Coverage,
        TargetFrame.Read,
        TimeFrame.Read,
        SetFrame.Read,
        ValueFrame.Read,
        UnitFrame.Profile,
        UnitFrame.Missing,
    ];

    /// <summary>Reads the question over the names of a catalogue.</summary>
    public Reading Read(Question question, Catalogue catalogue) => Read(question, catalogue, out _);

    /// <summary>Reads the question and says what of the dialogue the reading depends on.</summary>
    public Reading Read(Question question, Catalogue catalogue, out Recalled recalled)
    {
        var sentence = new Sentence(question, Lexicon.Of(catalogue));
        var reading = Read(sentence);
        recalled = sentence.Before.Recalled;
        return reading;
    }

    /// <summary>Reads the question and says how each part of it was taken.</summary>
    public ReadingTrace Explain(Question question, Catalogue catalogue)
    {
        var sentence = new Sentence(question, Lexicon.Of(catalogue));
        return Tracing.Of(sentence, Read(sentence), sentence.Tokens.Length > LongestQuestion ? [] : _frames);
    }

    private Reading Read(Sentence sentence) =>
        ReadOnce(sentence) switch
        {
            Reading.Blocked { By: BlockedBy.UnknownUnit or BlockedBy.UnknownIndicator or BlockedBy.UnknownPeriod } refused =>
                NearestReadings.Of(sentence, refused, ReadOnce),
            var reading => reading,
        };

    private Reading ReadOnce(Sentence sentence)
    {
        if (sentence.Tokens.Length > LongestQuestion)
        {
            return new Reading.Blocked
            {
                Language = sentence.Language,
                By = BlockedBy.ManyWords,
                Words = sentence.Typed(0, 8),
            };
        }

        var reading = ReadOne(sentence);
        // Of two, each is read as one: to part the parts again would double the work with every comma.
        Reading One(Sentence one) => Finish(one, ReadOne(one));
        reading =
            SeveralQuestions.Read(sentence, reading, One)
            ?? TwoIndicators.Read(sentence, reading, One)
            ?? Preamble.Read(sentence, reading, One)
            ?? reading;
        return Finish(sentence, reading);
    }

    private static Reading Finish(Sentence sentence, Reading reading)
    {
        reading = KnownDays.Settle(sentence, OfNoTime(sentence, reading));
        return ChatFrame.Wish(sentence) is { } wish && reading is Reading.Clear ? reading with { Language = wish } : reading;
    }

    private Reading ReadOne(Sentence sentence)
    {
        OwnUnits.Resolve(sentence);
        References.Resolve(sentence);
        var parts = new QuestionParts(sentence);
        var direct = new Lazy<Reading>(() => Direct(parts), isThreadSafe: false);
        return ChatFrame.Foreign(parts)
            ?? Command.Read(parts)
            ?? NoticeFrame.Read(parts)
            ?? ChatFrame.Read(parts)
            ?? BackToNothing(parts)
            ?? FollowUp.Read(parts, direct)
            ?? About(parts, direct)
            ?? direct.Value;
    }

    // "quý 7" is why the question is refused, whatever word of it was met first.
    private static Reading OfNoTime(Sentence sentence, Reading reading) =>
        reading switch
        {
            Reading.Blocked refused when UnknownTimes.Find(sentence) is { } time => refused with
            {
                By = BlockedBy.UnknownPeriod,
                Words = time,
                Nearest = [],
            },
            // "quý 7 thì sao" goes on with a question that was refused itself.
            Reading.OutOfScope when UnknownTimes.Find(sentence) is { } time && sentence.Before.Unsettled is not null => new Reading.Blocked
            {
                Language = sentence.Language,
                By = BlockedBy.UnknownPeriod,
                Words = time,
                FollowsUp = true,
            },
            _ => reading,
        };

    // "quay lại câu trước" where the conversation has just begun.
    private static Reading.OutOfScope? BackToNothing(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        return
            sentence.Has(Cue.Back)
            && parts.Leading() is null
            && sentence.Units.Count == 0
            && sentence.Periods.Count == 0
            && sentence.Before is { LastQuery: null, Choices.IsEmpty: true }
            ? new() { Language = sentence.Language }
            : null;
    }

    // Where the answer to a question comes from, or what it was before, instead of the answer.
    private static Reading? About(QuestionParts parts, Lazy<Reading> direct)
    {
        var sentence = parts.Sentence;
        // "căn cứ hồ sơ đã giải quyết" names the basis, and asks for no source.
        var source = sentence.Cues.Any(c =>
            c.Has(Cue.Source)
            && !sentence.IsExplained(c, parts.Explained)
            && !(c.Has(Cue.Versus) && sentence.IsTouched(new UnknownSpan(c.End, c.End + 2), parts.Explained))
        );
        if (!source && !sentence.Has(Cue.History, parts.Explained))
        {
            return null;
        }

        return direct.Value switch
        {
            // "báo cáo nào sắp đến hạn?" asks for the report itself.
            Reading.Clear { Query: ObligationsQuery } owed when sentence.Cues.All(c => !c.Has(Cue.Source) || c.Has(Cue.ReportHead)) => owed,
            Reading.Clear { Query: StoreQuery of } clear when source => clear with { Query = new ProvenanceQuery { Of = of } },
            Reading.Clear { Query: ValueQuery of } clear => clear with { Query = new HistoryQuery { Of = of } },
            var reading => reading,
        };
    }

    private Reading Direct(QuestionParts parts)
    {
        Reading.Blocked? first = null;
        foreach (var frame in _frames)
        {
            if (frame(parts) is not { Queries.IsEmpty: false } draft)
            {
                continue;
            }

            // A frame that must leave words out gives way to one that uses them all.
            switch (Residue.Settle(parts.Sentence, draft))
            {
                case Reading.Blocked { By: not BlockedBy.UnknownUnit } blocked:
                    first ??= blocked;
                    break;
                case var reading when first is null || reading is Reading.Clear { Note.LeftOut.IsEmpty: true }:
                    return reading;
            }
        }

        return first is null ? NotUnderstood.Of(parts) : ForeignNames.Of(parts.Sentence, first);
    }
}
