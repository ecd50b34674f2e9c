using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Tests.Understanding;

public sealed class PeriodTests
{
    public static IEnumerable<object[]> Periods => Cases.Lines("periods.txt");

    [Theory]
    [MemberData(nameof(Periods))]
    public void A_time_reads_to_its_period(string text, string expected)
    {
        var tokens = Tokeniser.Split(text);

        var mention = new PeriodGrammar(tokens, Cases.TodayInPhuLoc).At(0);

        Assert.Equal(
            expected,
            mention is null ? "none"
                : mention.To is null ? $"{mention.Period}"
                : $"{mention.Period} to {mention.To}"
        );
        Assert.Equal(tokens.Length, mention?.End ?? tokens.Length);
    }
}
