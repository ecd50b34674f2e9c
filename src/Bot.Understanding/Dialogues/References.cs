using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>What words like "hai đơn vị đó", "that unit", "chỉ số lúc nãy" point at in the queries before.</summary>
internal static class References
{
    private static readonly Cue[] All =
    [
        Cue.ThatUnit,
        Cue.ThoseUnits,
        Cue.ThatIndicator,
        Cue.ThatPeriod,
        Cue.EarlierIndicator,
        Cue.EarlierUnit,
        Cue.Back,
        Cue.DropCondition,
    ];

    /// <summary>Whether the sentence points back at all, so that it is no question of its own.</summary>
    public static bool Has(Sentence sentence) => All.Any(c => sentence.Has(c));

    /// <summary>Puts the units that "đơn vị đó", "those two", "sở thứ hai" point at in their place; what points at nothing clear stays.</summary>
    public static void Resolve(Sentence sentence)
    {
        foreach (var cue in sentence.Cues)
        {
            var spans = PointedAt(sentence, cue).ConvertAll(u => new UnitSpan(cue.Start, cue.End, 1, [sentence.Catalogue[u]], Weak: false));
            if (spans.Count > 0)
            {
                sentence.Spans[sentence.Spans.IndexOf(cue)] = spans[0];
                sentence.Units.InsertRange(sentence.Units.FindAll(u => u.Start < cue.Start).Count, spans);
                return;
            }
        }
    }

    /// <summary>The units that "cái thứ hai", "cả hai" mean where nothing is to be chosen: empty where none are; null where it is not clear which.</summary>
    public static List<OrgUnit>? Places(Sentence sentence, Subject before)
    {
        if (sentence.Cues.FirstOrDefault(c => c.Has(Cue.Both)) is { } both && Count(sentence, both) is > 0 and var count)
        {
            return Several(sentence, before, count)?.ConvertAll(u => sentence.Catalogue[u]);
        }

        return sentence.Cues.FirstOrDefault(c => Place(c) >= 0) is not { } cue ? []
            : At(sentence, before, Place(cue)) is { } unit ? [sentence.Catalogue[unit]]
            : null;
    }

    private static int Place(CueSpan cue) =>
        cue.Has(Cue.First) ? 0
        : cue.Has(Cue.Second) ? 1
        : cue.Has(Cue.Third) ? 2
        : -1;

    private static OrgUnitCode? At(Sentence sentence, Subject before, int place) =>
        Row(sentence, before) is { } row && place < row.Count ? row[place] : null;

    // "sở thứ hai" can be no choice of another sort.
    private static bool IsUnit(Sentence sentence, CueSpan cue) =>
        sentence.Tokens[cue.Start..cue.End].Any(t => CueBook.Instance.UnitHeads.Contains(t.Bare) || t.Bare is "vi" or "noi" or "unit");

    // Several units that stood side by side: the last ones, or those that the one spoken of was chosen from.
    private static ValueList<OrgUnitCode>? Row(Sentence sentence, Subject before) =>
        before.Units is { IsNamed: true, Units.Count: > 1 } now
            ? now.Units
            : Earlier(sentence)
                .Where(s => s.Units is { IsNamed: true, Units.Count: > 1 } && before.Unit is { } only && s.Units.Units.Contains(only))
                .Select(s => (ValueList<OrgUnitCode>?)s.Units!.Units)
                .FirstOrDefault();

    /// <summary>The indicator that was spoken of before this one; null where there is none.</summary>
    public static IndicatorCode? EarlierIndicator(Sentence sentence, Subject before) =>
        Earlier(sentence)
            .Where(s => s.Indicators.Count == 1 && s.Indicators != before.Indicators)
            .Select(s => s.Indicators[0])
            .FirstOrDefault();

    /// <summary>Whether what is pointed at without being changed is there at all.</summary>
    public static bool AreThere(Sentence sentence, Subject before) =>
        (!sentence.Has(Cue.ThatIndicator) || before.Indicators.Count == 1) && (!sentence.Has(Cue.ThatPeriod) || before.Period is not null);

    private static List<OrgUnitCode> PointedAt(Sentence sentence, CueSpan cue)
    {
        if (cue.Has(Cue.ThoseUnits))
        {
            return Several(sentence, Spoken(sentence), Count(sentence, cue)) ?? [];
        }

        var unit =
            cue.Has(Cue.ThatUnit) ? Spoken(sentence).Unit
            : cue.Has(Cue.EarlierUnit) ? Other(sentence, Spoken(sentence).Unit)
            : Place(cue) >= 0 && IsUnit(sentence, cue) && sentence.Before.Choices.IsEmpty ? At(sentence, Spoken(sentence), Place(cue))
            : null;
        return unit is null ? [] : [unit];
    }

    // "sở kia": the one that was spoken of before, or beside, this one.
    private static OrgUnitCode? Other(Sentence sentence, OrgUnitCode? now) =>
        Earlier(sentence)
            .Select(s =>
                s.Unit is { } only ? only
                : now is not null && s.Units is { IsNamed: true, Units: [var one, var two] } && (one == now || two == now)
                    ? one == now ? two
                        : one
                : null
            )
            .FirstOrDefault(u => u is not null && u != now);

    // The units named last, in the order of the conversation.
    private static List<OrgUnitCode>? Several(Sentence sentence, Subject before, int count)
    {
        var named = before.Units?.Units.ToList() ?? [];
        foreach (var subject in named.Count > 1 ? [] : Earlier(sentence))
        {
            if (count > 0 && named.Count >= count || subject.Units is not { IsNamed: true } units)
            {
                break;
            }

            named.InsertRange(0, units.Units.Where(u => !named.Contains(u)));
        }

        return named.Count < 2 || count > 0 && named.Count != count ? null : named;
    }

    // What is spoken of: the open choices where they agree, else the last query.
    private static Subject Spoken(Sentence sentence)
    {
        if (sentence.Before.Choices is not { IsEmpty: false } choices)
        {
            return sentence.Before.LastQuery is { } last ? Subject.Of(last) : new();
        }

        var subjects = choices.OfType<StoreQuery>().Select(Subject.Of).ToList();
        return subjects.Count > 0 && subjects.TrueForAll(s => s.Units == subjects[0].Units) ? subjects[0] : new();
    }

    private static int Count(Sentence sentence, CueSpan cue) =>
        sentence.Tokens[cue.Start..cue.End].Any(t => t.Bare is "hai" or "2" or "two" or "both") ? 2
        : sentence.Tokens[cue.Start..cue.End].Any(t => t.Bare is "ba" or "3" or "three") ? 3
        : sentence.Tokens[cue.Start..cue.End].Any(t => t.Bare is "bon" or "4" or "four") ? 4
        : 0;

    private static IEnumerable<Subject> Earlier(Sentence sentence) => sentence.Before.Earlier.Select(Subject.Of);
}
