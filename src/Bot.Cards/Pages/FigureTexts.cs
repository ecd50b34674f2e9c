namespace Bot.Cards.Pages;

/// <summary>Figures and remarks on a page, in the words of the cards; nothing is computed here.</summary>
public static class FigureTexts
{
    extension(PageWords page)
    {
        /// <summary>The number with its unit, or the source's words in quotation marks.</summary>
        public string Value(Figure figure) => FigureWords.Value(figure, page.All);

        /// <summary>What the number is taken of; null where the indicator has only the one way.</summary>
        public string? Basis(Figure figure) => page.All.Basis(figure.Indicator, figure.Basis);

        /// <summary>What must be reached; null where no target is recorded for that basis.</summary>
        public string? Bound(JudgedFigure judged) => judged.Target is { } target ? Judgement.Bound(target, page.All) : null;

        /// <summary>By when it must be reached; null where no target is recorded.</summary>
        public string? BoundBy(JudgedFigure judged) => judged.Target is { } target ? page.All.Period(target.Period) : null;

        /// <summary>How the figure stands against its target.</summary>
        public StateText Against(JudgedFigure judged) =>
            judged switch
            {
                { Figure.Amount: null } => new(StateRole.Neutral, page.All["badge.words"]),
                { TargetMet: true } => new(StateRole.Good, page.All["target.met"]),
                { TargetMet: false } => new(StateRole.Watch, page.All["target.missed"]),
                _ => new(StateRole.Neutral, page.All["target.none.plain"]),
            };

        /// <summary>Whether a figure is approved.</summary>
        public StateText Status(Figure figure) =>
            new(
                figure.Status switch
                {
                    ObservationStatus.Approved => StateRole.Good,
                    ObservationStatus.Proposed => StateRole.Waiting,
                    _ => StateRole.Neutral,
                },
                page.All["status." + figure.Status]
            );

        /// <summary>How far it is from the target; null without a gap.</summary>
        public string? Gap(JudgedFigure judged) => Judgement.Gap(judged, page.All) is { } gap ? Texts.Capital(gap) : null;

        /// <summary>The change since the previous comparable figure; null without one.</summary>
        public string? Change(JudgedFigure judged) => Judgement.Change(judged, page.All) is { } change ? Texts.Capital(change) : null;

        /// <summary>A source's name and day.</summary>
        public string Source(Provenance provenance) => SourceLine.Name(provenance.Source, page.All);

        /// <summary>What a series of figures says without its picture: the first, the last, the lowest and the highest.</summary>
        public string Told(TrendSeries series)
        {
            List<Figure> numbers = [.. series.Points.Select(p => p.Figure).Where(f => f.Amount is not null)];
            return page.All.Say(
                "tab.spark.told",
                At(numbers[0], page),
                At(numbers[^1], page),
                At(numbers.MinBy(f => f.Amount)!, page),
                At(numbers.MaxBy(f => f.Amount)!, page)
            );
        }
    }

    private static string At(Figure figure, PageWords page) =>
        page.All.Say("tab.spark.at", FigureWords.Value(figure, page.All), page.All.Period(figure.Period));
}
