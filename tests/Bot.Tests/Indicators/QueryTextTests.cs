using Bot.Indicators.Queries;

namespace Bot.Tests.Indicators;

public sealed class QueryTextTests
{
    public static TheoryData<string> Cases() => [.. Lines()];

    private static IEnumerable<string> Lines() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases/canonical-queries.txt")).Where(l => l.Length > 0 && l[0] != '#');

    [Theory, MemberData(nameof(Cases))]
    public void A_canonical_text_reads_back_to_itself(string text)
    {
        Assert.True(QueryText.TryRead(text, SmallCatalogue.Instance, out var query, out var error), error);
        Assert.Equal(text, query.ToString());
        Assert.True(QueryText.TryRead(query.ToString(), SmallCatalogue.Instance, out var again, out _));
        Assert.Equal(query, again);
    }

    [Fact]
    public void Every_kind_of_query_has_a_name_a_reader_and_a_case()
    {
        var kinds = typeof(Query).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Query)) && !t.IsAbstract).ToList();
        var read = Lines()
            .Select(c => QueryText.TryRead(c, SmallCatalogue.Instance, out var query, out _) ? query.GetType() : typeof(void))
            .ToHashSet();
        Assert.Equal(31, kinds.Count);
        Assert.Empty(kinds.Except(read));
    }

    [Theory]
    [InlineData("value(indicator=full-online-offered;units=STC)", "'STC' is not in the catalogue")]
    [InlineData("value(indicator=nothing;units=SYT)", "'nothing' is not in the catalogue")]
    [InlineData("value(indicator=payroll-cut;units=SYT;basis=eligible)", "'eligible' is not in the catalogue")]
    [InlineData("value(indicator=full-online-offered;units=SYT;period=2023-Q9)", "'2023-Q9' is no period")]
    [InlineData("value(indicator=full-online-offered;units=SYT;claim=90)", "'90' is no comparison")]
    [InlineData("value(units=SYT;units=SGTVT)", "is no slot")]
    [InlineData("rank(units=all)", "indicator is missing")]
    [InlineData("findings(polarity=7)", "'7' is not in the catalogue")]
    [InlineData("drop(table=x)", "not a query")]
    [InlineData("value(indicator=full-online-offered", "not a query")]
    [InlineData("history(of=profile(unit=SYT))", "must be a value query")]
    [InlineData("provenance(of=help())", "is not for the store")]
    [InlineData("plan(q1=target())", "q2 is missing")]
    [InlineData("plan(q1=target();q2=help())", "is not for the store")]
    [InlineData("plan(q1=target();q2=plan(q1=target();q2=target()))", "no plans for parts")]
    [InlineData("", "not a query")]
    [InlineData(null, "not a query")]
    public void Text_that_is_no_query_over_the_catalogue_says_why(string? text, string why)
    {
        Assert.False(QueryText.TryRead(text, SmallCatalogue.Instance, out _, out var error));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }
}
