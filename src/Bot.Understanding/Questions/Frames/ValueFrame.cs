using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Questions.Frames;

/// <summary>One or several figures of named units; asks for what is not named.</summary>
internal static class ValueFrame
{
    // "công chức", "văn bản"
    private const int WordsOfAThing = 2;

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (parts.Indicator is not { } topic || topic.Best[0].Strength < Strengths.Least)
        {
            return null;
        }

        var period = parts.Period;
        var known = FigureSlots.Known(parts);
        var claim = Claims.Of(sentence, topic.Explained, topic.Indicators(sentence)[0].Unit);
        var used = FigureSlots.Plain.With(Draft.Cues(Cue.Truth, Cue.Why, Cue.Done, Cue.Issue, Cue.Progress));
        used = claim is null ? used : used.With(Claims.Used);
        used = SaysHas(sentence) ? used.With(CueSet.Of(Cue.Covered)) : used;
        used =
            topic.Best[0].Full != 0 && topic.LeftOver == 0 && IsChecked(sentence) ? used.With(Draft.Cues(Cue.Inspect, Cue.Profile)) : used;
        if (Claims.IsYesNo(sentence))
        {
            used = used.With(Draft.Cues(Cue.Not));
        }

        var draft = new Draft
        {
            Queries = [],
            Explained = topic.Explained,
            Used = used,
            UsesNumbers = claim is not null,
        };
        if (parts.Units(period, known) is not { } units)
        {
            var homonyms = parts.Homonyms(period, known);
            return draft with
            {
                What = ClarifyWhat.Unit,
                Asks = true,
                Queries = [.. homonyms.Take(3).Select(u => Make(parts, [u], FigureSlots.Indicators(parts, [u])[0], claim))],
            };
        }

        var indicators = FigureSlots.Indicators(parts, units);
        if (units.Count == 0)
        {
            return Unnamed(parts, indicators, claim, draft);
        }

        return draft with
        {
            What = ClarifyWhat.Indicator,
            Asks =
                indicators.Count > 1
                || CountsAnother(sentence, topic, indicators[0].Indicator)
                || SharesAnother(sentence, topic, indicators[0].Indicator),
            Queries = [.. indicators.Take(3).Select(i => Make(parts, units, i, claim))],
            // "trên hồ sơ đã giải quyết" compares with nothing: it names the basis.
            Used =
                SetFrame.IsPlace(indicators[0].Indicator) ? used.With(CueSet.Of(Cue.Ranking))
                : claim is null && !indicators[0].Bases.IsEmpty ? used.With(CueSet.Of(Cue.Above))
                : used,
        };
    }

    // "Sở Y tế có số liệu là bao nhiêu?" asks for the figure, and not whether there is one.
    private static bool SaysHas(Sentence sentence) =>
        sentence.Has(Cue.Ask)
        && !Claims.IsYesNo(sentence)
        && sentence.Cues.All(c => !c.Has(Cue.Covered) || PeriodWords.Is(sentence.Tokens[c.Start], "co1", "co"));

    // "em kiểm tra tỷ lệ … giúp anh": to look up, and no inspection.
    private static bool IsChecked(Sentence sentence) =>
        sentence.Cues.All(c => !c.Has(Cue.Inspect) || c.Length == 2 && sentence.CueAt(c.Start - 1)?.Has(Cue.Polite) is true);

    // "có bao nhiêu công chức?" counts what a longer name has one word of, and asks for no share of it.
    private static bool CountsAnother(Sentence sentence, Topic topic, Indicator indicator) =>
        topic.Best[0].Full == 0
        && indicator.Unit != MeasureUnit.Count
        && Sentence.Count(topic.Explained & ~sentence.GrammarTerms) <= WordsOfAThing
        && sentence.Cues.Any(c =>
            c.Has(Cue.Ask)
            && sentence.Tokens[c.End - 1].Plain is "nhieu" or "may" or "many"
            && sentence.SpanAt(c.End) is { } counted
            && sentence.IsTouched(counted, topic.Explained)
        );

    // "tỷ lệ công chức", where a longer name that counts them has the word.
    private static bool SharesAnother(Sentence sentence, Topic topic, Indicator indicator) =>
        topic.Best[0].Full == 0
        && indicator.Unit == MeasureUnit.Count
        && sentence.Cues.Any(c => c.Has(Cue.Measure) && sentence.Tokens[c.End - 1].Plain is "le" or "rate" or "share");

    private static ValueQuery Make(
        QuestionParts parts,
        IReadOnlyList<OrgUnit> units,
        (Indicator Indicator, ValueList<BasisCode> Bases) what,
        Claim? claim
    ) =>
        new ValueQuery
        {
            Indicators = [what.Indicator.Code],
            Units = UnitSet.Of([.. units.Select(u => u.Code)]),
            Bases = what.Bases,
            Period = parts.Period,
            Claim = claim,
        };

    // No unit is ever supposed: the choices are those that have an answer behind them.
    private static Draft Unnamed(
        QuestionParts parts,
        List<(Indicator Indicator, ValueList<BasisCode> Bases)> indicators,
        Claim? claim,
        Draft draft
    )
    {
        var catalogue = parts.Sentence.Catalogue;
        if (
            parts.Sentence.Has(Cue.OwnCity, draft.Explained)
            && catalogue.Units.FirstOrDefault(u =>
                u.Parent is null && u.Kind is OrgUnitKind.City or OrgUnitKind.Province && u.ValidTo is null
            )
                is { } city
        )
        {
            return draft with
            {
                What = ClarifyWhat.Indicator,
                Asks = indicators.Count > 1,
                Queries = [.. indicators.Take(3).Select(i => Make(parts, [city], i, claim))],
            };
        }

        var choices = new List<Query>();
        foreach (var what in indicators)
        {
            foreach (var unit in parts.Sentence.Lexicon.Reported.UnitsWith(what.Indicator.Code))
            {
                if (choices.Count < (indicators.Count > 1 ? 2 : 3))
                {
                    choices.Add(Make(parts, [unit], what, claim));
                }
            }
        }

        if (choices.Count == 0)
        {
            choices.Add(new TargetQuery { Indicators = [.. indicators.Take(3).Select(i => i.Indicator.Code)] });
        }

        if (choices.Count < 3)
        {
            choices.Add(new CoverageQuery { Indicator = indicators[0].Indicator.Code, Period = parts.Period });
        }

        return draft with
        {
            What = ClarifyWhat.MissingUnit,
            Asks = true,
            Queries = [.. choices],
        };
    }
}
