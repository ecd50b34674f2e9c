using System.Numerics;
using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Statements;

/// <summary>
/// The index whose results a text gives one after the other: "… công bố Chỉ số DDCI năm 2024. Sở Công Thương đạt 88,12 điểm, xếp
/// thứ 1/18". It holds for bare points and ranks until another index is named.
/// </summary>
internal sealed class AnnouncedIndex(Scene scene)
{
    private const int MostTerms = 60;

    /// <summary>The index; null where none, or which, is not certain.</summary>
    public NamedIndicator? Named { get; private set; }

    /// <summary>The time that it was announced for.</summary>
    public Period? Period { get; private set; }

    /// <summary>Takes the index that a sentence names, with its one time.</summary>
    public void Take(Clause clause)
    {
        var terms = new List<ContentTerm>();
        foreach (var at in clause.Content(clause.Passage.From, clause.Passage.To))
        {
            Terms.Add(terms, scene.Prose.Tokens[at], at);
        }

        if (terms.Count > MostTerms)
        {
            return;
        }

        Terms.Joined(terms);
        var indices = scene
            .Lexicon.Topics.Cover(terms, Strengths.Exact)
            .Where(c => c.Topic.Sort == TopicSort.Indicator && c.Full != 0 && c.InOnePiece && IsIndex(c.Topic.Index))
            .ToList();
        if (indices.Count == 0)
        {
            return;
        }

        var most = indices.Max(c => BitOperations.PopCount(c.Full));
        var times = clause
            .Marks.OfType<PeriodMark>()
            .Where(p => p is { Sort: TimeSort.Stated, Mention: { Until: false, YearGuessed: false, Period.Kind: not PeriodKind.Day } })
            .ToList();
        Period = times is [var time] ? Timing.PeriodOf(scene, time) : null;
        Named =
            Period is not null && indices.FindAll(c => BitOperations.PopCount(c.Full) == most) is [var only]
                ? new(scene.Lexicon.Catalogue.Indicators[only.Topic.Index], BasisCode.None, BasisSaid: false, [], Whole: true)
                : null;
    }

    private bool IsIndex(int at) =>
        scene.Lexicon.Catalogue.Indicators[at] is var indicator
        && indicator.Bases.IsEmpty
        && Measured.Fits(indicator, FigureSort.Points)
        && Measured.Fits(indicator, FigureSort.Rank);
}
