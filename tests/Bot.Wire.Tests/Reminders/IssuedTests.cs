using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing;

namespace Bot.Wire.Tests.Reminders;

/// <summary>From the reminder to the confirmed plan over HTTP: the inspector asks, the official reports, the inspector confirms, both cards show it.</summary>
public sealed class IssuedTests : IAsyncLifetime
{
    private const string Official = "00000000-0000-0000-0000-000000000001";
    private const string Inspector = "00000000-0000-0000-0000-000000000003";

    private readonly HttpClient _http = new();
    private TokenIssuer _issuer = null!;
    private LocalChannel _channel = null!;
    private BotProcess _bot = null!;

    public async Task InitializeAsync()
    {
        _issuer = await TokenIssuer.StartAsync();
        _channel = await LocalChannel.StartAsync();
        var settings = _issuer
            .Settings()
            .ToDictionary(static pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), static pair => pair.Value!);
        settings["Clock__Today"] = "2023-04-03";
        settings["Reminders__Enabled"] = "false";
        _bot = await BotProcess.StartAsync(settings);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        await _issuer.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task A_reminder_ends_with_the_number_that_an_inspector_confirmed()
    {
        await SayAsync(Official, "a:official", "xin chào");
        await _channel.WaitForAsync("a:official", 1);
        await SayAsync(Inspector, "a:inspector", "nhắc Sở Y tế nộp kế hoạch CĐS");
        var asked = Assert.Single(await _channel.WaitForAsync("a:inspector", 1));

        await ClickAsync(Inspector, "a:inspector", Action(asked.Body, "obligation/remind"));
        var reminder = (await _channel.WaitForAsync("a:official", 2))[1];
        var form = await ClickAsync(Official, "a:official", Action(reminder.Body, "obligation/markIssued"));
        Assert.Contains("documentNumber", form, StringComparison.Ordinal);

        var waiting = await ClickAsync(
            Official,
            "a:official",
            Action(reminder.Body, "obligation/markIssued"),
            new JsonObject { ["documentNumber"] = "35/KH-SYT", ["issuedOn"] = "2023-03-31" }
        );
        Assert.Contains("chờ Đoàn kiểm tra xác nhận", waiting, StringComparison.Ordinal);
        var request = (await _channel.WaitForAsync("a:inspector", 2))[1];

        var done = await ClickAsync(Inspector, "a:inspector", Action(request.Body, "obligation/confirm"));
        Assert.Contains("35/KH-SYT", done, StringComparison.Ordinal);
        await UntilUpdatedAsync("a:official", "Hệ thống không nhắc nữa");
        await UntilUpdatedAsync("a:inspector", "Hệ thống không nhắc nữa");

        var late = await ClickAsync(
            Inspector,
            "a:inspector",
            Action(request.Body, "obligation/return"),
            new JsonObject { ["reason"] = "muộn" }
        );
        Assert.Contains("dưới đây là trạng thái hiện nay", late, StringComparison.Ordinal);
        await SayAsync(Inspector, "a:inspector", "nhắc Sở Y tế nộp kế hoạch CĐS");
        var again = (await _channel.WaitForAsync("a:inspector", 3))[2];
        Assert.Contains("Không có kế hoạch", again.Body.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await _channel.WaitForAsync("a:official", 2)).Count);
    }

    [Fact]
    public async Task Whoever_is_no_official_of_the_unit_changes_nothing_by_a_click()
    {
        await SayAsync(Inspector, "a:inspector", "Sở Y tế đã ban hành KH CĐS số 35/KH-SYT ngày 31/3/2023");
        var proposed = Assert.Single(await _channel.WaitForAsync("a:inspector", 1));
        var click = Action(proposed.Body, "obligation/markIssued");

        var denied = await ClickAsync("00000000-0000-0000-0000-000000000002", "a:foreign", click);
        var guest = await ClickAsync("ffffffff-0000-0000-0000-000000000000", "a:guest", click);
        var taken = await ClickAsync(Inspector, "a:inspector", click);

        Assert.Contains("Thao tác này dành cho", denied, StringComparison.Ordinal);
        Assert.Contains("Thao tác này dành cho", guest, StringComparison.Ordinal);
        Assert.Contains("số 35/KH-SYT ngày 31/03/2023", taken, StringComparison.Ordinal);
    }

    // Cards hold cards, and one that folds out carries the verb on its own button.
    private static JsonObject Action(JsonElement activity, string verb) =>
        Objects(JsonNode.Parse(activity.GetRawText())).First(o => (string?)o["type"] == "Action.Execute" && (string?)o["verb"] == verb);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(m => Objects(m.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };

    private async Task UntilUpdatedAsync(string conversation, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (
            !_channel.Calls.Any(c =>
                c.Kind == "update" && c.ConversationId == conversation && Text(c.Body).Contains(words, StringComparison.Ordinal)
            )
        )
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static string Text(JsonElement body) => JsonNode.Parse(body.GetRawText())!.ToJsonString(Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private Task<string> SayAsync(string person, string conversation, string text) =>
        PostAsync(Activity(person, conversation, new JsonObject { ["type"] = "message", ["text"] = text }));

    private Task<string> ClickAsync(string person, string conversation, JsonObject action, JsonObject? inputs = null)
    {
        var data = action["data"]!.DeepClone().AsObject();
        foreach (var (field, value) in inputs ?? [])
        {
            data[field] = value!.DeepClone();
        }
        return PostAsync(
            Activity(
                person,
                conversation,
                new JsonObject
                {
                    ["type"] = "invoke",
                    ["name"] = "adaptiveCard/action",
                    ["value"] = new JsonObject
                    {
                        ["action"] = new JsonObject
                        {
                            ["type"] = "Action.Execute",
                            ["verb"] = (string)action["verb"]!,
                            ["data"] = data,
                        },
                    },
                }
            )
        );
    }

    private JsonObject Activity(string person, string conversation, JsonObject activity)
    {
        activity["id"] = Guid.NewGuid().ToString("N");
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = _channel.ServiceUrl;
        activity["locale"] = "vi-VN";
        activity["from"] = new JsonObject { ["id"] = "29:" + person, ["aadObjectId"] = person };
        activity["recipient"] = new JsonObject { ["id"] = $"28:{_issuer.AppId}" };
        activity["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal" };
        return activity;
    }

    private async Task<string> PostAsync(JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_bot.Url}/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Sign(_channel.ServiceUrl));
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
