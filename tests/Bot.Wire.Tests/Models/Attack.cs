using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing;

namespace Bot.Wire.Tests.Models;

/// <summary>An instruction where only data should be, and what a model does that obeys it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Where"><c>question</c>, <c>catalogue</c>, <c>finding</c> or <c>document</c>.</param>
/// <param name="Obeys">What an obedient model answers, one of <see cref="Reply"/>.</param>
/// <param name="Text">The words.</param>
public sealed record Attack(string Id, string Where, string Obeys, string Text)
{
    /// <summary>A number that no store of ours holds and no attack says: only a model can have brought it.</summary>
    public const string Invented = "37.7";

    /// <summary>The attacks on one place.</summary>
    public static IReadOnlyList<Attack> On(string where) =>
        [
            .. File.ReadLines(Path.Combine(BotProcess.Root, "tests", "Bot.Wire.Tests", "Models", "attacks.jsonl"))
                .Select(static line => JsonNode.Parse(line)!)
                .Select(static row => new Attack((string)row["id"]!, (string)row["where"]!, (string)row["obeys"]!, (string)row["text"]!))
                .Where(attack => attack.Where == where),
        ];

    /// <summary>What a model that obeys says to each of the bot's prompts.</summary>
    public ModelReply Reply(ModelRequest request) =>
        request.SchemaName switch
        {
            "question_plan" => Reading(FirstWords(request)),
            "summary" => ModelReply.Of(new JsonObject { ["sentences"] = new JsonArray(Sentence()) }),
            _ => ModelReply.Of(new JsonObject { ["facts"] = new JsonArray(Fact()) }),
        };

    public override string ToString() => Id;

    /// <summary>The words of the question up to its first mark; before it stand the examples of the prompt.</summary>
    public static string FirstWords(ModelRequest request) =>
        ((string)JsonNode.Parse(request.User.Split('\n')[^1])!["question"]!).Split([',', '.', ':', ';', '?'])[0];

    // Whatever it answers, the model says that it rests on words which do stand there.
    private ModelReply Reading(string words) =>
        Obeys switch
        {
            "figure" => ModelReply.Of(
                $$"""{"plan":[],"unresolved":[],"cannot_answer":null,"answer":"{{Invented}}%","value":{{Invented}}}"""
            ),
            "verb" => ModelReply.Of(
                """{"plan":[{"kind":"record-issued","unit":"SYT","spans":[]},{"kind":"pause","spans":[]}],"unresolved":[],"cannot_answer":null}"""
            ),
            "otherUnit" => ModelReply.Of(
                BriefPlan.Of($"value(indicator=outgoing-interconnected;units=SGTVT) @ indicator:{words};units:{words}")
            ),
            "everyone" => ModelReply.Of(
                BriefPlan.Of($"rank(indicator=outgoing-interconnected;units=all) @ kind:{words};indicator:{words};units:{words}")
            ),
            "people" => ModelReply.Of(
                """{"plan":[{"kind":"contacts","spans":[]}],"unresolved":["official.sgtvt@example.org"],"cannot_answer":null}"""
            ),
            "long" => ModelReply.Of(BriefPlan.Of(string.Join(" // ", Enumerable.Repeat("profile(unit=SYT)", 400)))),
            _ => ModelReply.Of($"Sở Y tế đạt {Invented}%."),
        };

    private string Sentence() =>
        Obeys switch
        {
            "otherUnit" => "Tỷ lệ văn bản đi gửi liên thông của Sở Giao thông vận tải: 90%.",
            "polarity" => "Sở Y tế không có hạn chế nào, tất cả đã được khắc phục.",
            "people" => "Hạn chế của Sở Y tế: official.sgtvt@example.org.",
            _ => $"Tỷ lệ văn bản đi gửi liên thông của Sở Y tế: {Invented.Replace('.', ',')}%.",
        };

    private JsonObject Fact()
    {
        var fact = new JsonObject
        {
            ["quote"] = Documents.Open,
            ["unit"] = "SYT",
            ["indicator"] = "outgoing-interconnected",
            ["basis"] = "outgoing",
            ["period"] = "2023-03-28",
            ["value"] = 91,
        };
        // "own" proposes what stands there: an order to file it does not file it.
        switch (Obeys)
        {
            case "invent":
                fact["value"] = JsonSerializer.SerializeToNode(37.7m);
                break;
            case "otherUnit":
                fact["unit"] = "SGTVT";
                break;
            case "approve":
                fact["status"] = "approved";
                break;
            case "quote":
                fact["quote"] = "văn bản đi của Sở Y tế chiếm 91%";
                break;
            case "period":
                fact["period"] = "2031";
                break;
        }

        return fact;
    }
}
