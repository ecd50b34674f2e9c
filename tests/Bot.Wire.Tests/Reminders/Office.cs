using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing;

namespace Bot.Wire.Tests.Reminders;

/// <summary>The bot on the day of the founding article's Monday after, with a channel over which its sample contacts write and click.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Official = "00000000-0000-0000-0000-000000000001";
    public const string Inspector = "00000000-0000-0000-0000-000000000003";

    private readonly HttpClient _http = new();
    private TokenIssuer _issuer = null!;
    private BotProcess _bot = null!;

    public LocalChannel Channel { get; private set; } = null!;

    public static async Task<Office> OpenAsync()
    {
        var office = new Office { _issuer = await TokenIssuer.StartAsync(), Channel = await LocalChannel.StartAsync() };
        var settings = office
            ._issuer.Settings()
            .ToDictionary(static pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), static pair => pair.Value!);
        settings["Clock__Today"] = "2023-04-03";
        settings["Reminders__Enabled"] = "false";
        office._bot = await BotProcess.StartAsync(settings);
        return office;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await Channel.DisposeAsync();
        await _issuer.DisposeAsync();
        _http.Dispose();
    }

    // Cards hold cards, and one that folds out carries the verb on its own button.
    public static JsonObject Action(JsonElement activity, string verb) =>
        Objects(JsonNode.Parse(activity.GetRawText())).First(o => (string?)o["type"] == "Action.Execute" && (string?)o["verb"] == verb);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(m => Objects(m.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };

    public static string Text(JsonElement body) => JsonNode.Parse(body.GetRawText())!.ToJsonString(Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Task<string> SayAsync(string person, string conversation, string text) =>
        PostAsync(Activity(person, conversation, new JsonObject { ["type"] = "message", ["text"] = text }));

    public Task<string> ClickAsync(string person, string conversation, JsonObject action, JsonObject? inputs = null)
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
        activity["serviceUrl"] = Channel.ServiceUrl;
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
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Sign(Channel.ServiceUrl));
        using var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
