using Bot.Asking;
using Bot.Cards;
using Bot.Chat;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Learning;
using Bot.Store.Catalogues;
using Bot.Store.Learning;
using Bot.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Questions;

/// <summary>An admin gives a unit or an indicator another name by card: seen, checked, taken, understood at once, taken back.</summary>
public sealed class NameTeachingTests
{
    private const string Question = "tỷ lệ văn bản đi gửi liên thông của Sở Sức khỏe";

    private static readonly Contact Admin = new("admin@example.org", "", "Quản trị", Role.Admin, null, Language.Vietnamese);
    private static readonly Contact Inspector = Admin with { Upn = "inspector@example.org", Role = Role.Inspector };

    [Fact]
    public async Task What_was_not_understood_is_listed_with_the_words_that_nothing_explained()
    {
        await using var store = await TestStore.CreateAsync();
        await NoteAsync(store, Question);

        var (message, outcome) = await Teaching(store).ListAsync(Admin, Context(store), CancellationToken.None);

        Assert.Equal(Outcome.Answered, outcome);
        var card = System.Text.Encoding.UTF8.GetString(message.Card.Span);
        Assert.Contains("Sở Sức khỏe", System.Text.RegularExpressions.Regex.Unescape(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_understood_at_once_and_no_more_once_it_is_taken_back()
    {
        await using var store = await TestStore.CreateAsync();
        var form = new AliasForm("Sở Sức khỏe", "SYT");
        Assert.NotEqual(Outcome.Answered, (await AskAsync(store)).Outcome);

        var (_, added) = await AddAsync(store, form);

        Assert.Equal(Outcome.Answered, added);
        Assert.Equal("value(indicator=outgoing-interconnected;units=SYT)", (await AskAsync(store)).Query?.ToString());

        var (_, removed) = await Teaching(store).RemoveAsync(form, Admin, Context(store), CancellationToken.None);

        Assert.Equal(Outcome.Answered, removed);
        Assert.NotEqual(Outcome.Answered, (await AskAsync(store)).Outcome);
    }

    [Fact]
    public async Task A_name_of_an_indicator_is_taken_as_well()
    {
        await using var store = await TestStore.CreateAsync();

        await AddAsync(store, new("trục văn bản quốc gia", "tỷ lệ văn bản đi gửi liên thông"));

        var answer = await AskAsync(store, "trục văn bản quốc gia của Sở Y tế");
        Assert.Equal("value(indicator=outgoing-interconnected;units=SYT)", answer.Query?.ToString());
    }

    [Fact]
    public async Task Units_that_bear_one_name_one_after_the_other_get_it_together()
    {
        await using var store = await TestStore.CreateAsync();

        await AddAsync(store, new("Sở Sức khỏe", "Sở Y tế"));

        Assert.All(store.Catalogue.Units.Where(u => u.Names.Vietnamese == "Sở Y tế"), u => Assert.Contains("Sở Sức khỏe", u.Names.Aliases));
    }

    [Fact]
    public async Task Each_change_is_a_revision_with_who_and_when()
    {
        await using var store = await TestStore.CreateAsync();
        var form = new AliasForm("Sở Sức khỏe", "SYT");

        await AddAsync(store, form);
        await Teaching(store).RemoveAsync(form, Admin, Context(store), CancellationToken.None);

        await using var db = new SqliteConnection($"Data Source={store.File};Pooling=False");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = """SELECT "Revision", "RecordedBy", "IsCurrent" FROM org_units WHERE "Key" = 'SYT' ORDER BY "Revision";""";
        await using var rows = await command.ExecuteReaderAsync();
        var seen = new List<(long, string, bool)>();
        while (await rows.ReadAsync())
        {
            seen.Add((rows.GetInt64(0), rows.GetString(1), rows.GetBoolean(2)));
        }

        Assert.Equal([2, 3], seen.Skip(1).Select(r => r.Item1));
        Assert.All(seen.Skip(1), r => Assert.Equal("admin@example.org", r.Item2));
        Assert.Equal([false, false, true], seen.Select(r => r.Item3));
    }

    [Fact]
    public async Task What_a_name_is_like_is_shown_before_it_is_taken()
    {
        await using var store = await TestStore.CreateAsync();
        var form = new AliasForm("Sở Tài chinh", "SYT");

        var (message, outcome) = await AddAsync(store, form);

        Assert.Equal(Outcome.Clarify, outcome);
        Assert.Contains("trùng hoặc gần giống", message.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Sở Tài chinh", store.Catalogue.Unit("SYT")!.Names.Aliases);

        Assert.Equal(Outcome.Answered, (await AddAsync(store, form, seen: true)).Outcome);
        Assert.Contains("Sở Tài chinh", store.Catalogue.Unit("SYT")!.Names.Aliases);
    }

    [Theory]
    [InlineData("", "SYT")]
    [InlineData("x", "SYT")]
    [InlineData("a|b", "SYT")]
    [InlineData("đơn vị", "SYT")]
    [InlineData("năm 2023", "SYT")]
    [InlineData("Sở Sức khỏe", "Sở Không có")]
    [InlineData("Sở Y tế", "SYT")]
    public async Task What_is_no_name_is_sent_back_with_the_form(string name, string bearer)
    {
        await using var store = await TestStore.CreateAsync();
        var before = store.Catalogue.Version;

        Assert.Equal(Outcome.Clarify, (await AddAsync(store, new(name, bearer), seen: true)).Outcome);
        Assert.Equal(before, store.Catalogue.Version);
    }

    [Fact]
    public async Task Nobody_but_an_admin_sees_or_changes_anything()
    {
        await using var store = await TestStore.CreateAsync();
        var before = store.Catalogue.Version;
        var (teaching, context, form) = (Teaching(store), Context(store), new AliasForm("Sở Sức khỏe", "SYT"));
        foreach (var person in (Contact?[])[Inspector, Admin with { Role = Role.Official, Unit = store.Catalogue.Unit("SYT")!.Code }, null])
        {
            Assert.Equal(Outcome.Denied, (await teaching.ListAsync(person, context, CancellationToken.None)).Outcome);
            Assert.Equal(Outcome.Denied, (await teaching.AddAsync(form, true, person, context, CancellationToken.None)).Outcome);
            Assert.Equal(Outcome.Denied, (await teaching.RemoveAsync(form, person, context, CancellationToken.None)).Outcome);
        }

        Assert.Equal(before, store.Catalogue.Version);
    }

    private static Task<(CardMessage Message, Outcome Outcome)> AddAsync(TestStore store, AliasForm form, bool seen = false) =>
        Teaching(store).AddAsync(form, seen, Admin, Context(store), CancellationToken.None);

    private static NameTeaching Teaching(TestStore store) =>
        new(
            store.Services.GetRequiredService<QuestionNotes>(),
            store.Services.GetRequiredService<AliasBook>(),
            store.Services.GetRequiredService<CatalogueCache>(),
            store.Clock
        );

    private static CardContext Context(TestStore store) => new(Language.Vietnamese, Surface.Teams, store.Catalogue, TestStore.Today);

    private static async Task NoteAsync(TestStore store, string question) =>
        new Bot.Turns.QuestionBook(store.Services.GetRequiredService<QuestionNotes>(), store.Clock).NoteUnlessClear(
            question,
            await AskAsync(store, question)
        );

    private static ValueTask<Answer> AskAsync(TestStore store, string question = Question) =>
        store.Assistant.AnswerAsync(new Ask(question, Language.Vietnamese, null, null, Surface.Teams), CancellationToken.None);
}
