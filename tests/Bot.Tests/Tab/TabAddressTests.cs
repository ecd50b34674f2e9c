using Bot.Tab;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Tab;

public sealed class TabAddressTests
{
    [Theory]
    [InlineData("/tab", "")]
    [InlineData("/tab", "?state=late")]
    [InlineData("/tab", "?state=late&kind=department&q=S%E1%BB%9F%20Y%20t%E1%BA%BF&page=3&lang=en")]
    [InlineData("/tab/units/SYT", "?lang=vi&format=csv")]
    [InlineData("/tab", "?kind=department&until=2023-03-27&lang=en")]
    public void An_address_that_was_read_is_written_as_it_was(string path, string query) =>
        Assert.Equal(path + query, Read(path, query)?.ToString());

    [Theory]
    [InlineData("?state=")]
    [InlineData("?page=1")]
    [InlineData("?utm_source=mail")]
    public void What_says_nothing_is_left_out(string query) => Assert.Equal("/tab", Read("/tab", query)?.ToString());

    [Theory]
    [InlineData("?state=issued'")]
    [InlineData("?kind=ministry")]
    [InlineData("?page=-1")]
    [InlineData("?page=x")]
    [InlineData("?until=27/03/2023")]
    [InlineData("?until=0001-01-03")]
    public void A_filter_that_is_none_is_no_address(string query) => Assert.Null(Read("/tab", query));

    [Fact]
    public void Teams_names_its_language_and_links_keep_it() =>
        Assert.Equal("/tab/deliveries?lang=en", Read("/tab", "?locale=en-us")!.To(TabAddress.Deliveries).ToString());

    private static TabAddress? Read(string path, string query)
    {
        var http = new DefaultHttpContext();
        (http.Request.Path, http.Request.QueryString) = (path, new QueryString(query));
        return TabAddress.Read(http.Request, ["late", "issued"]);
    }
}
