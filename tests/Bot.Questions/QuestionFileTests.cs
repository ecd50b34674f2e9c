using Bot.Asking;
using Bot.Charts;
using Bot.Chat;
using Bot.Commands;
using Bot.Evaluating;
using Bot.Indicators;
using Bot.Models;
using Bot.Reminders;
using Bot.Reminders.Policies;
using Bot.Store;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Learning;
using Bot.Store.Notices;
using Bot.Store.Obligations;
using Bot.Store.Tables;
using Bot.Testing;
using Bot.Understanding.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace Bot.Questions;

/// <summary>
/// The question files of <c>Cases</c>, asked in process over a real store, and the measures of the answers. Any other file runs the
/// same way over the configured store: <c>dotnet run --project src/Bot -- eval file.jsonl</c>.
/// </summary>
public sealed class QuestionFileTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("article.jsonl", null, "2023-04-03")]
    [InlineData("asked.jsonl", null, "2026-11-30")]
    [InlineData("an-binh.jsonl", "an-binh", "2024-01-15")]
    public async Task Every_answer_is_right(string file, string? city, string today)
    {
        await using var store = await StoreOf(city);
        store.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse(today).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero));

        var cases = QuestionCase.ReadAll(PathOf(file));
        var judged = await QuestionRun.RunAsync(cases, store.Assistant, CancellationToken.None);
        var measures = Measures.Of(judged);
        output.WriteLine(EvalText.Write(file, measures, Language.English));

        Assert.Empty(EvalText.Faults(judged));
        Assert.Equal(0, measures.WrongNumbers.Count);
        Assert.All(measures.Variants, v => Assert.Equal(0, v.Points));
    }

    [Fact]
    public async Task A_wrong_store_is_found_out()
    {
        // The same questions where one figure was exchanged for another: a run that cannot fail would not see it.
        await using var store = await StoreOf("an-binh");
        await store.ImportAsync(
            "observations.csv",
            "org_unit,indicator,basis,period,value,text,as_of,source,status,quote\nSYT,on-time,,2023-Q3,79.5,,2023-09-30,BC-2023,approved,\n"
        );
        store.Clock.SetUtcNow(new DateTimeOffset(2024, 1, 15, 2, 0, 0, TimeSpan.Zero));

        var judged = await QuestionRun.RunAsync(QuestionCase.ReadAll(PathOf("an-binh.jsonl")), store.Assistant, CancellationToken.None);

        Assert.True(Measures.Of(judged).WrongNumbers.Count > 0);
    }

    private static async Task<TestStore> StoreOf(string? city)
    {
        var store = await TestStore.CreateAsync(city is null ? "article" : "none");
        if (city is not null)
        {
            var report = await store.ImportAsync(ImportFile.In(PathOf(city)));
            Assert.Empty(report.Errors);
        }

        return store;
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name);
}

/// <summary>The bot's one way to an answer, over a test's store.</summary>
internal static class Assistants
{
    extension(TestStore store)
    {
        public Assistant Assistant => store.AssistantWith(null);

        public Assistant AssistantWith(IChatClient? model) =>
            new(
                new KnownReadings(new QuestionReader()),
                new SecondReader(
                    new QuestionReader(),
                    new ModelReadings(new RedisLink(null, TimeProvider.System, NullLogger<RedisLink>.Instance)),
                    _ => model
                ),
                store.Engine,
                store.Services.GetRequiredService<CatalogueCache>(),
                new CardAddresses(
                    new ChartKey(store.Services.GetRequiredService<IOptions<StoreOptions>>()),
                    store.Clock,
                    new ConfigurationBuilder().Build()
                ),
                Wishes(store),
                new ReminderPolicies(Options.Create(new RemindersOptions()), NullLogger<ReminderPolicies>.Instance),
                store.Clock
            );
    }

    // The host's own, over the test's store; nothing is scheduled or sent.
    private static Wishes Wishes(TestStore store)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(store.Clock)
            .AddSingleton(store.Services.GetRequiredService<IDbContextFactory<BotContext>>())
            .AddDelivery();
        foreach (
            var type in (Type[])
                [
                    typeof(CatalogueCache),
                    typeof(ContactBook),
                    typeof(ContactChanges),
                    typeof(ObligationCases),
                    typeof(ObligationChanges),
                    typeof(NoticeLedger),
                    typeof(NoticePreferences),
                    typeof(InspectionChannels),
                    typeof(QuestionNotes),
                    typeof(AliasBook),
                ]
        )
        {
            services.AddSingleton(type, store.Services.GetRequiredService(type));
        }

        return services.AddReminders().AddWishes().BuildServiceProvider().GetRequiredService<Wishes>();
    }
}
