using Bot.Store.Dialogues;
using Bot.Store.Rows;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Store;

public sealed class DialogueRowsTests
{
    [Fact]
    public async Task A_dialogue_is_there_at_once_survives_a_restart_and_expires_after_half_an_hour()
    {
        await using var first = await TestStore.CreateAsync("none");
        var rows = first.Services.GetRequiredService<DialogueRows>();
        Assert.Null(await rows.FindAsync("c|p", CancellationToken.None));
        rows.Keep(new DialogueRow { Key = "c|p", LastQuery = "profile(unit=A)" });
        Assert.Equal("profile(unit=A)", (await rows.FindAsync("c|p", CancellationToken.None))?.LastQuery);
        rows.Keep(
            new DialogueRow
            {
                Key = "c|p",
                LastQuery = "profile(unit=B)",
                Language = "en",
            }
        );
        await rows.FlushAsync();

        await using var second = await TestStore.CreateAsync("none", first.File);
        var again = second.Services.GetRequiredService<DialogueRows>();
        Assert.Equal(("profile(unit=B)", "en"), await Read(again));
        second.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(("profile(unit=B)", "en"), await Read(again));
        second.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((null, null), await Read(again));
    }

    [Fact]
    public async Task What_was_kept_just_before_shutdown_is_written()
    {
        await using var owner = await TestStore.CreateAsync("none");
        await using (var dying = await TestStore.CreateAsync("none", owner.File))
        {
            dying.Services.GetRequiredService<DialogueRows>().Keep(new DialogueRow { Key = "c|p", LastQuery = "profile(unit=A)" });
        }

        Assert.Equal(("profile(unit=A)", null), await Read(owner.Services.GetRequiredService<DialogueRows>()));
    }

    private static async Task<(string?, string?)> Read(DialogueRows rows)
    {
        var row = await rows.FindAsync("c|p", CancellationToken.None);
        return (row?.LastQuery, row?.Language);
    }
}
