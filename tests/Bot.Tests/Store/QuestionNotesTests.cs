using Bot.Commands;
using Bot.Store;
using Bot.Store.Learning;
using Bot.Store.Rows;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Store;

public sealed class QuestionNotesTests
{
    private static readonly DateOnly Day = new(2023, 4, 3);

    [Fact]
    public async Task The_same_note_is_counted_and_a_restart_goes_on_counting()
    {
        await using var first = await TestStore.CreateAsync("none");
        await using (var process = await TestStore.CreateAsync("none", first.File))
        {
            var before = process.Services.GetRequiredService<QuestionNotes>();
            before.Take("so  moi", "", "outOfScope", "vi", Day);
            before.Take("so moi", "", "outOfScope", "vi", Day);
            before.Take("khác", "", "outOfScope", "vi", Day);
        }

        var notes = first.Services.GetRequiredService<QuestionNotes>();
        notes.Take("so moi", "", "outOfScope", "vi", Day.AddDays(2));
        var read = await notes.ReadAsync(CancellationToken.None);

        Assert.Equal(["so moi", "khác"], read.Select(n => n.Text));
        Assert.Equal((3, Day.AddDays(2)), (read[0].Count, read[0].Day));
    }

    [Fact]
    public async Task Old_notes_go_and_long_texts_are_cut()
    {
        await using var store = await TestStore.CreateAsync("none");
        var notes = store.Services.GetRequiredService<QuestionNotes>();
        notes.Take("cũ", "", "clarify", "vi", Day);
        await notes.FlushAsync();
        notes.Take(new string('a', 299) + "😀\0", new string('b', 1000), "clarify", "vi", Day.AddDays(QuestionNotes.DaysKept + 1));

        var note = Assert.Single(await notes.ReadAsync(CancellationToken.None));

        Assert.Equal(new string('a', 299), note.Text);
        Assert.Equal(QuestionNote.LongestReading, note.Reading.Length);
    }

    [Fact]
    public async Task There_are_never_more_than_so_many_and_the_oldest_go()
    {
        await using var store = await TestStore.CreateAsync("none");
        await using var db = store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();
        db.QuestionNotes.AddRange(
            Enumerable
                .Range(0, QuestionNotes.MostKept)
                .Select(i => new QuestionNote
                {
                    Text = $"q{i}",
                    Outcome = "clarify",
                    Language = "vi",
                    Day = i == 7 ? Day : Day.AddDays(1),
                    Count = 1,
                })
        );
        await db.SaveChangesAsync();
        var notes = store.Services.GetRequiredService<QuestionNotes>();
        notes.Take("mới", "", "clarify", "vi", Day.AddDays(2));

        var read = await notes.ReadAsync(CancellationToken.None);

        Assert.Equal(QuestionNotes.MostKept, read.Count);
        Assert.DoesNotContain(read, n => n.Text == "q7");
        Assert.Contains(read, n => n.Text == "mới");
    }

    [Fact]
    public async Task The_list_is_csv_that_no_spreadsheet_runs() =>
        Assert.Equal(
            "text,reading,outcome,language,day,count\r\n\"a, \"\"b\"\"\",,clarify,vi,2023-04-03,2\r\n'=1+1,help(),down,en,2023-04-03,1\r\n",
            await CsvOut.TextAsync(
                QuestionList.Of([
                    new()
                    {
                        Text = "a, \"b\"",
                        Outcome = "clarify",
                        Language = "vi",
                        Day = Day,
                        Count = 2,
                    },
                    new()
                    {
                        Text = "=1+1",
                        Reading = "help()",
                        Outcome = "down",
                        Language = "en",
                        Day = Day,
                        Count = 1,
                    },
                ])
            )
        );
}
