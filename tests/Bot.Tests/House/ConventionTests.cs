using System.Reflection;

namespace Bot.Tests.House;

public sealed class ConventionTests
{
    // Longer files, each with the reason why it is one subject.
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly Assembly[] Ours =
    [
        typeof(Bot.Indicators.Language).Assembly,
        typeof(Bot.Activities.Activity).Assembly,
        typeof(Bot.AdaptiveCards.AdaptiveCard).Assembly,
        typeof(Bot.Cards.CardMessage).Assembly,
        typeof(Bot.Store.BotContext).Assembly,
        typeof(Bot.Understanding.Questions.QuestionReader).Assembly,
        typeof(Bot.Delivery.Incoming.ActivityInbox).Assembly,
        typeof(Bot.Reminders.RemindersOptions).Assembly,
        typeof(Bot.Asking.Assistant).Assembly,
    ];

    [Fact]
    public void No_type_bears_the_name_of_a_namespace()
    {
        var types = Ours.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Bot", StringComparison.Ordinal) == true)
            .ToList();
        var segments = types.SelectMany(t => t.Namespace!.Split('.')).ToHashSet();
        Assert.DoesNotContain(types, t => segments.Contains(t.Name));
    }

    [Fact]
    public void A_file_has_at_most_400_lines() =>
        Assert.DoesNotContain(
            Repository
                .Sources("src")
                .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
                .Where(f => File.ReadLines(f).Count() > 400)
                .Select(f => Path.GetRelativePath(Repository.Root, f)),
            f => !LongFiles.ContainsKey(f)
        );

    [Fact]
    public void Only_commands_write_to_the_console() =>
        Assert.Empty(
            Repository
                .Sources("src")
                .Where(f => !f.Contains("/Commands/", StringComparison.Ordinal))
                .Where(f => File.ReadAllText(f).Contains("Console.", StringComparison.Ordinal))
                .Select(f => Path.GetRelativePath(Repository.Root, f))
        );

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Nothing_is_left_for_later(string folder) =>
        Assert.Empty(
            Repository
                .Sources(folder)
                .Where(f => !f.EndsWith("ConventionTests.cs", StringComparison.Ordinal))
                .Where(f =>
                    File.ReadAllText(f) is var text
                    && (
                        text.Contains("NotImplementedException", StringComparison.Ordinal)
                        || text.Contains("TODO", StringComparison.Ordinal)
                    )
                )
                .Select(f => Path.GetRelativePath(Repository.Root, f))
        );
}
