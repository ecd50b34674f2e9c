using Bot.Teams;

namespace Bot.Tests.Teams;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Sở Y tế đạt 80%</p>", "Sở Y tế đạt 80%")]
    [InlineData("<div>Sở Y tế<br>đạt&nbsp;80%</div><p>hết</p>", "Sở Y tế\nđạt 80%\nhết")]
    [InlineData("<ul><li>một</li><li>hai</li></ul>", "một\nhai")]
    [InlineData("dưới 5 < 6 &amp; trên", "dưới 5 < 6 & trên")]
    [InlineData("<p>đạt\r\n  80%</p>", "đạt   80%")]
    [InlineData("<script>alert(1)</script><at id=\"0\">An</at> đạt", "alert(1)An đạt")]
    [InlineData("<!-- x --><img src=\"y\">", "")]
    public void Only_the_words_are_left_line_by_line(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    // A message may be made to be slow.
    [Theory, InlineData("<a"), InlineData("<br "), InlineData("<p><")]
    public void What_opens_for_ever_is_read_in_no_time(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 100_000));
        var began = TimeProvider.System.GetTimestamp();

        HtmlText.Of(html);

        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 5);
    }
}
