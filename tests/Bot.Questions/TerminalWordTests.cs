using System.Text.RegularExpressions;
using Bot.Commands;
using Bot.Indicators;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Questions;

public sealed partial class TerminalWordTests
{
    private static readonly IReadOnlyDictionary<string, string> Vietnamese = TerminalWords.In(Language.Vietnamese).All;
    private static readonly IReadOnlyDictionary<string, string> English = TerminalWords.In(Language.English).All;

    [Fact]
    public void Both_languages_say_the_same_things_with_the_same_parts()
    {
        Assert.Equal(Vietnamese.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));
        Assert.All(Vietnamese, v => Assert.Equal(Parts(v.Value), Parts(English[v.Key])));
    }

    [Fact]
    public void Everything_that_a_trace_a_clash_or_a_refused_row_names_has_words() =>
        Assert.Empty(
            Enum.GetNames<TraceSort>()
                .Select(n => "explain.sort." + n)
                .Concat(Enum.GetNames<WhyRejected>().Select(n => "explain.why." + n))
                .Concat(Enum.GetNames<ClashKind>().Select(n => "clash.kind." + n))
                .Concat(Enum.GetNames<NamedSort>().Select(n => "clash.sort." + n))
                .Concat(Enum.GetNames<Bot.Indicators.Proposals.RowFault>().Select(n => "row." + n))
                .Except(English.Keys)
        );

    [Fact]
    public async Task An_explanation_shows_the_views_the_matches_and_what_was_rejected()
    {
        await using var store = await Bot.Testing.TestStore.CreateAsync();
        var trace = new QuestionReader().Explain(new("tyr lệ văn bản đi liên thông cua Sở Y tế", new(2023, 4, 3)), store.Catalogue);

        var text = ExplainText.Write(trace);

        Assert.Contains(trace.Tokens, t => t is { Typed: "tyr", Decoded: not null });
        Assert.Contains(trace.Parts, p => p is { Sort: TraceSort.Unit, Words: "Sở Y tế", Strength: 1 });
        Assert.Contains(trace.Parts, p => p is { Sort: TraceSort.Topic, Meaning: "outgoing-interconnected" });
        Assert.Contains(trace.Rejected, r => r.Why == WhyRejected.ExplainsLess);
        Assert.Contains(trace.Frames, f => f is { Reading: not null, Name: "ValueFrame.Read" });
        Assert.Contains(trace.Frames, f => f.Reading is null);
        Assert.Contains("outgoing-interconnected", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Parts(string text) => Part().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Part();
}
