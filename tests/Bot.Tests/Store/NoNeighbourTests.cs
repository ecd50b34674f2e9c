using Bot.Indicators.Results;
using Bot.Store.Tables;
using Bot.Testing;

namespace Bot.Tests.Store;

public sealed class NoNeighbourTests
{
    [Fact]
    public async Task Whichever_fact_is_taken_away_its_question_has_no_answer_and_never_a_neighbour_s()
    {
        var files = CaseFolder.City();
        var table = TableFiles.Read(files.Single(f => f.Name == "observations.csv"), []).Single();
        var rows = table.Rows.ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var lines = rows.Where((_, index) => index != i).Select(row => string.Join(',', row.Cells));
            await using var store = await TestStore.CreateAsync("none");
            await store.ImportAsync([.. files.Where(f => f.Name != "observations.csv")]);
            await store.ImportAsync("observations.csv", string.Join(',', table.Header) + "\n" + string.Join('\n', lines));

            var cell = rows[i].Cells;
            var basis = cell[2].Length == 0 ? "" : $";basis={cell[2]}";
            var query = $"(indicator={cell[1]};units={cell[0]}{basis};period={cell[3]})";
            Assert.IsType<NoData>(await store.AskAsync("value" + query));
            Assert.IsType<NoData>(await store.AskAsync("rank" + query));
        }
    }
}
