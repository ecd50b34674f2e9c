using Bot.Indicators;
using Bot.Indicators.Results;
using Bot.Testing;

namespace Bot.Tests.Store;

/// <summary>Findings, inspections, projects and definitions of the seed.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("findings(units=SYT;polarity=limitation)", 4)]
    [InlineData("findings(units=SGTVT;polarity=limitation)", 2)]
    [InlineData("findings(units=SYT;about=van%20thu)", 2)]
    [InlineData("findings(units=SYT;period=2023-Q1)", 15)]
    [InlineData("findings(inspection=KT-2023-03-28;polarity=recommendation)", 8)]
    public async Task Remarks_are_found_in_the_order_of_the_office(string query, int count)
    {
        await using var store = await TestStore.CreateAsync();
        var findings = Assert.IsType<FindingsResult>(await store.AskAsync(query)).Findings;
        Assert.Equal(count, findings.Count);
        Assert.Equal(findings.Select(f => f.Polarity).Order(), findings.Select(f => f.Polarity));
    }

    [Fact]
    public async Task A_unit_without_such_a_remark_is_offered_its_own_others_only()
    {
        await using var store = await TestStore.CreateAsync();
        var result = Assert.IsType<NoData>(await store.AskAsync("findings(units=SYT;about=xe%20buýt)"));
        Assert.Equal("findings(units=SYT)", Assert.Single(result.Nearest).ToString());
        Assert.Empty(Assert.IsType<NoData>(await store.AskAsync("findings(units=STP)")).Nearest);
    }

    [Fact]
    public async Task The_inspection_and_the_projects_are_those_of_the_article()
    {
        await using var store = await TestStore.CreateAsync();
        var inspection = Assert.Single(Assert.IsType<InspectionsResult>(await store.AskAsync("inspection(units=SGTVT)")).Inspections);
        Assert.StartsWith("Trương Hồng Dự", inspection.Lead, StringComparison.Ordinal);
        var projects = Assert.IsType<ProjectsResult>(await store.AskAsync("projects(units=SGTVT)")).Projects;
        Assert.Equal(["-", "60"], projects.Select(p => p.Progress?.ToString() ?? "-"));
        Assert.Equal("2023-Q2", projects[1].Expected!.ToString());
        Assert.IsType<NoData>(await store.AskAsync("projects(units=SYT)"));
    }

    [Fact]
    public async Task Every_indicator_with_facts_has_a_definition_in_both_languages()
    {
        await using var store = await TestStore.CreateAsync();
        var catalogue = store.Catalogue;
        var reported = catalogue.Indicators.Where(i => catalogue.Units.Any(u => catalogue.HasFigures(u.Code, i.Code))).ToList();
        Assert.Equal(9, reported.Count);
        Assert.All(reported, i => Assert.NotEqual("", i.DefinitionVietnamese));
        Assert.All(reported, i => Assert.NotEqual(i.DefinitionVietnamese, i.DefinitionEnglish));
        Assert.Equal(Direction.Higher, catalogue.Indicator("full-online-offered")!.Direction);
    }
}
