using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>What must be reached, by when, by which document; and how far from it the units are.</summary>
internal static class TargetCard
{
    private const int MostInSentence = 3;
    private const int MostTargets = 8;

    public static Draft Of(TargetResult result, ReadingNote note, Wording words, CardContext context)
    {
        List<IGrouping<Target, TargetRow>> targets = [.. result.Rows.GroupBy(r => r.Target)];
        List<JudgedFigure> against = [.. result.Rows.Select(r => r.Against).OfType<JudgedFigure>()];
        return new()
        {
            Sentence = Sentence(result, targets, words),
            Body =
            [
                ReadingLine.Of(note, words),
                .. targets.Take(MostTargets).SelectMany(t => Section(t, targets.Count > 1, words, context)),
                targets.Count > MostTargets ? Lines.Small(words.Count("rest", targets.Count - MostTargets)) : null,
                result.WithoutTarget.IsEmpty
                    ? null
                    : Lines.Body(
                        words.Say(
                            "target.without",
                            words.ListUpTo([.. result.WithoutTarget.Select(f => FigureWords.Sentence([f.Figure], words)).Distinct()], 3)
                        )
                    ),
                AgeLine.Of(result, against, words),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(against.Concat(result.WithoutTarget)), words),
            ],
            Buttons =
            [
                targets.Count == 1
                    ? Buttons.Ask(words["button.define"], new DefineQuery { Indicator = targets[0].Key.Indicator }, context)
                    : null,
                targets.Count == 1
                    ? Buttons.Ask(words["button.whoReported"], new CoverageQuery { Indicator = targets[0].Key.Indicator }, context)
                    : null,
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static string Sentence(TargetResult result, List<IGrouping<Target, TargetRow>> targets, Wording words)
    {
        if (targets.Count == 0)
        {
            var what = result.WithoutTarget.Select(f => words.Lower(f.Figure.Indicator)).Distinct().ToList();
            return words.Say("target.nothing", words.ListUpTo(what, MostInSentence));
        }

        var said = targets
            .Take(MostInSentence)
            .Select(t =>
            {
                var bound = Bound(t.Key, words);
                return words.Say("target.sentence", words.Lower(t.Key.Indicator), words.Period(t.Key.Period), bound);
            })
            .ToList();
        if (targets is [var only] && only.Select(r => r.Against).OfType<JudgedFigure>().ToList() is [var judged])
        {
            var gap = Judgement.Gap(judged, words) ?? words["target.words"];
            said[0] = words.Say("target.against", said[0], words.The(judged.Figure.Unit), FigureWords.Value(judged.Figure, words), gap);
        }

        var list = string.Join("; ", said);
        return Texts.Sentence(
            Texts.Capital(targets.Count > MostInSentence ? words.Count("answer.more.targets", targets.Count - MostInSentence, list) : list)
        );
    }

    private static string Bound(Target target, Wording words)
    {
        var bound = Judgement.Bound(target, words);
        return words.Basis(target.Indicator, target.Basis) is { } basis ? $"{bound} {basis}" : bound;
    }

    private static IEnumerable<CardElement> Section(IGrouping<Target, TargetRow> rows, bool titled, Wording words, CardContext context)
    {
        var target = rows.Key;
        if (titled)
        {
            yield return Lines.Section(words.Name(target.Indicator));
        }

        yield return Lines.Body(words.Say("target.fact", Bound(target, words), words.Period(target.Period))) with
        {
            Spacing = titled ? Spacing.None : Spacing.Medium,
        };
        var whom =
            target.Unit is { } unit ? words.The(unit)
            : target.Kind is { } kind ? words.Name(kind)
            : words["units.all"];
        yield return Lines.Small(
            target.LegalBasis.Length > 0 ? words.Say("target.for.legal", whom, target.LegalBasis) : words.Say("target.for", whom)
        );
        List<JudgedFigure> figures = [.. rows.Select(r => r.Against).OfType<JudgedFigure>()];
        if (figures.Count == 0)
        {
            yield return Lines.Small(words["target.noFigure"]);
            yield break;
        }

        foreach (var element in RankedFigures.Of(figures, [], [], words, context, withRank: false))
        {
            yield return element;
        }
    }
}
