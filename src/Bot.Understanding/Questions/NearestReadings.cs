using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>What is near a refused question: the same words, with a name that there is in the place of the one that there is not.</summary>
internal static class NearestReadings
{
    public static Reading.Blocked Of(Sentence sentence, Reading.Blocked refused, Func<Sentence, Reading> read)
    {
        var lexicon = sentence.Lexicon;
        // "còn tỷ lệ hộ nghèo?" asks for the units and the time that are spoken of.
        var last =
            refused.By == BlockedBy.UnknownIndicator && sentence.Units.Count == 0 && sentence.Before.LastQuery is { } spoken
                ? spoken
                : null;
        IReadOnlyList<Names> nearest = refused.By switch
        {
            BlockedBy.UnknownUnit => lexicon.NearestUnits.To(refused.Words),
            BlockedBy.UnknownIndicator when lexicon.NearestIndicators.To(refused.Words) is { Count: > 0 } alike => alike,
            BlockedBy.UnknownIndicator => Reported(sentence, last),
            _ => [],
        };
        var queries = nearest.Select(n => Instead(n.In(sentence.Language))).OfType<StoreQuery>().Distinct().ToList();
        var otherwise = refused.By switch
        {
            _ when queries.Count > 0 => queries[0],
            BlockedBy.UnknownUnit => Instead(lexicon.Reported.First()?.Names.In(sentence.Language)),
            // Without a time the newest figure is asked for.
            BlockedBy.UnknownPeriod => Instead("") ?? sentence.Before.LastQuery ?? sentence.Before.Otherwise,
            _ => last,
        };
        return refused with
        {
            FollowsUp = refused.FollowsUp || last is not null,
            Nearest =
                queries.Count > 0 ? [.. queries]
                : refused.By == BlockedBy.UnknownPeriod && otherwise is not null ? [otherwise]
                : refused.Nearest,
            // "quý 6/2023" is of 2023, and so is the quarter that comes in its place.
            Otherwise = refused.By == BlockedBy.UnknownPeriod && YearOf(refused.Words) is { } year ? Instead(year) ?? otherwise : otherwise,
        };

        StoreQuery? Instead(string? name)
        {
            var at = refused.Words.Length == 0 ? -1 : sentence.Question.Text.IndexOf(refused.Words, StringComparison.Ordinal);
            return
                name is not null
                && at >= 0
                && read(sentence.InOtherWords(sentence.Question.Text.Remove(at, refused.Words.Length).Insert(at, name)))
                    is Reading.Clear { Query: StoreQuery query }
                ? query
                : null;
        }
    }

    private static string? YearOf(string words) =>
        Tokeniser.Split(words).Where(t => PeriodWords.Year(t) > 0).Select(t => t.Word).FirstOrDefault();

    // What the unit has reported is nearer than what others have.
    private static IReadOnlyList<Names> Reported(Sentence sentence, StoreQuery? last) =>
        (
            sentence.Units is [var named] ? named.Units[0].Code
            : last is null ? null
            : Subject.Of(last).Unit
        )
            is { } unit
            ? [.. sentence.Lexicon.Reported.IndicatorsOf(unit).Select(i => i.Names)]
            : [];
}
