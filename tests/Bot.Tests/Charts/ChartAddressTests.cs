using Bot.Cards;
using Bot.Charts;
using Bot.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Charts;

/// <summary>Addresses of pictures: ours, unaltered, and for a time only.</summary>
public sealed class ChartAddressTests : IDisposable
{
    private static readonly ChartPicture Picture = new(
        ChartForm.Line,
        [new("III/24", 65.25, "65,25%"), new("IV/24", null, ""), new("I/25", -1, "−1%")],
        new("", 80, "80%"),
        IsRate: true
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("bot-charts-").FullName;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 15, 3, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_address_holds_what_is_drawn()
    {
        var drawing = ChartText.Read(Addresses().Read(Name(Addresses()))!.Value.Text)!;

        Assert.Equal((true, true, 80d), (drawing.IsLine, drawing.IsRate, drawing.Target!.Value));
        Assert.Equal(["III/24 65,25%", "IV/24 ", "I/25 −1%"], drawing.Marks.Select(m => $"{m.Label} {m.Text}"));
        Assert.Equal([65.25, null, -1], drawing.Marks.Select(m => m.Value));
    }

    [Fact]
    public void An_altered_address_is_not_ours()
    {
        var addresses = Addresses();
        var name = Name(addresses);

        Assert.NotNull(addresses.Read(name));
        for (var i = 0; i < name.Length; i++)
        {
            Assert.Null(addresses.Read(name[..i] + (name[i] == 'A' ? 'B' : 'A') + name[(i + 1)..]));
        }

        Assert.Null(addresses.Read(""));
        Assert.Null(addresses.Read("a.b.c.png"));
    }

    [Fact]
    public void Another_store_signs_otherwise_and_the_same_store_always_alike()
    {
        var name = Name(Addresses());

        Assert.NotNull(Addresses().Read(name));
        Assert.Null(Addresses(Path.Combine(_folder, "other")).Read(name));
    }

    [Fact]
    public void An_address_has_an_end()
    {
        var name = Name(Addresses());
        Assert.False(Addresses().Read(name)!.Value.IsOver);

        _clock.Advance(TimeSpan.FromDays(61));
        Assert.True(Addresses().Read(name)!.Value.IsOver);
    }

    [Fact]
    public void The_address_of_a_list_is_no_picture_and_ends_after_a_week()
    {
        var name = Addresses().ListFor(Surface.ChatPage)!()[CardAddresses.Lists.Length..];

        Assert.False(Addresses().ReadList(name));
        Assert.Null(Addresses().ReadList(Name(Addresses()).Replace(".png", ".csv", StringComparison.Ordinal)));
        Assert.Null(Addresses().Read(name));
        Assert.Null(Addresses().ListFor(Surface.Teams));

        _clock.Advance(TimeSpan.FromDays(8));
        Assert.True(Addresses().ReadList(name));
    }

    [Fact]
    public void Teams_gets_pictures_only_from_an_address_that_it_can_reach()
    {
        foreach (var elsewhere in (Surface[])[Surface.Teams, Surface.WebChat])
        {
            Assert.Null(Addresses().For(elsewhere));
            Assert.StartsWith("https://bot.example/charts/", Addresses(address: "https://bot.example/").For(elsewhere)!(Picture));
        }
        Assert.StartsWith("/charts/", Addresses(address: "https://bot.example/").For(Surface.ChatPage)!(Picture));
    }

    [Fact]
    public void Seven_words_along_the_axis_at_most_and_the_newest_among_them()
    {
        var many = Picture with { Points = [.. Enumerable.Range(1, 40).Select(i => new ChartPoint($"{i}/24", i, $"{i}%"))] };
        var marks = ChartText.Read(ChartText.Write(many))!.Marks;

        Assert.Equal(40, marks.Count(m => m.Value is not null));
        Assert.InRange(marks.Count(m => m.Text.Length > 0), 4, 7);
        Assert.Equal("40%", marks[^1].Text);
        Assert.All(ChartText.Read(ChartText.Write(many with { Form = ChartForm.Bars }))!.Marks, m => Assert.NotEmpty(m.Text));
    }

    private static string Name(CardAddresses addresses) => addresses.For(Surface.ChatPage)!(Picture)[CardAddresses.Folder.Length..];

    private CardAddresses Addresses(string? folder = null, string? address = null) =>
        new(
            new ChartKey(
                Options.Create(new StoreOptions { ConnectionString = $"Data Source={Path.Combine(folder ?? _folder, "bot.db")}" })
            ),
            _clock,
            new ConfigurationBuilder().AddInMemoryCollection([new("PublicAddress", address)]).Build()
        );
}
