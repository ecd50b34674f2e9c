using Bot.WebChat;

namespace Bot.Tests.WebChat;

public sealed class DirectLineFilesTests
{
    [Fact]
    public void The_oldest_files_make_room_and_an_address_of_another_sort_finds_none()
    {
        var files = new DirectLineFiles(TimeProvider.System);
        var first = new Uri("http://127.0.0.1" + files.Add("a.txt", new byte[9 << 20]));
        Assert.True(files.TryGet(first, out _));

        for (var i = 0; i < 7; i++)
        {
            files.Add("b.txt", new byte[9 << 20]);
        }

        Assert.False(files.TryGet(first, out _));
        Assert.False(files.TryGet(new Uri("file:///etc/passwd"), out _));
        Assert.False(files.TryGet(new Uri("http://127.0.0.1/v3/directline/files/"), out _));
    }

    [Fact]
    public void Of_many_small_files_the_oldest_make_room()
    {
        var files = new DirectLineFiles(TimeProvider.System);
        var first = new Uri("http://127.0.0.1" + files.Add("a.txt", [1]));
        for (var i = 0; i < 50; i++)
        {
            files.Add("b.txt", [1]);
        }

        Assert.False(files.TryGet(first, out _));
    }
}
