using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Questions;

namespace Bot.Tests.Understanding;

public sealed class SlipTests
{
    private static readonly OrgUnit Health = new()
    {
        Code = new("SYT"),
        Kind = OrgUnitKind.Department,
        Names = new("Sở Y tế", "Department of Health", []),
    };

    [Theory]
    [InlineData("rate of dossiers postaal of the Department of Health", "postal")]
    [InlineData("rate of dossiers poxtal of the Department of Health", null)] // postal or portal: nobody knows
    public void A_slip_is_read_as_the_one_known_word_beside_it_and_never_as_one_of_two(string text, string? indicator)
    {
        var reading = new QuestionReader().Read(new Question(text, Cases.TodayInPhuLoc), City("postal", "portal"));

        Assert.Equal(indicator, ((reading as Reading.Clear)?.Query as ValueQuery)?.Indicators[0].Value);
    }

    private static Catalogue City(params IEnumerable<string> words)
    {
        var indicators = words
            .Select(w => new Indicator
            {
                Code = new(w),
                Names = new($"Tỷ lệ {w}", $"rate of dossiers {w}", []),
                Unit = MeasureUnit.Percent,
            })
            .ToList();
        return new(1, [Health], indicators, [], [], [], new([]), [.. indicators.Select(i => (Health.Code, i.Code))]);
    }
}
