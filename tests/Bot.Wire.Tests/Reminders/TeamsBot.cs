using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;

namespace Bot.Wire.Tests.Reminders;

/// <summary>The built bot in the Teams of the seed's city, on 3 April 2023: its people write and click, a local connector books what they get.</summary>
internal sealed class TeamsBot : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly TokenIssuer _issuer;
    private readonly Dictionary<string, string> _settings;
    private readonly BotProcess _bot;

    private TeamsBot(TokenIssuer issuer, LocalChannel channel, Dictionary<string, string> settings, BotProcess bot) =>
        (_issuer, Channel, _settings, _bot) = (issuer, channel, settings, bot);

    /// <summary>What the bot sent.</summary>
    public LocalChannel Channel { get; }

    /// <summary>The language that the clients say they speak.</summary>
    public string Locale { get; set; } = "vi-VN";

    /// <summary>All that was said, without signals that the bot is writing: a busy machine sends some.</summary>
    public IEnumerable<ConnectorCall> Sent => Channel.Sent.Where(static call => !call.Body.GetProperty("type").ValueEquals("typing"));

    /// <summary>What the process wrote on its console.</summary>
    public string Printed => _bot.Output;

    /// <summary>Starts it with a fresh store; it plans by itself only where a setting says so.</summary>
    public static async Task<TeamsBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var issuer = await TokenIssuer.StartAsync();
        var channel = await LocalChannel.StartAsync();
        var all = issuer.Variables();
        all["Clock__Today"] = "2023-04-03";
        all["Reminders__Enabled"] = "false";
        all["Teams__ServiceUrl"] = channel.ServiceUrl;
        all["Teams__TenantId"] = Tenant;
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }
        return new(issuer, channel, all, await BotProcess.StartAsync(all));
    }

    /// <summary>A second instance on the same store, with settings of its own.</summary>
    public Task<BotProcess> StartBesideAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(_settings) { ["ConnectionStrings__Store"] = $"Data Source={StoreFile}" };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }
        return BotProcess.StartAsync(all);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await Channel.DisposeAsync();
        await _issuer.DisposeAsync();
        _http.Dispose();
    }

    /// <summary>Runs a command beside the bot that serves; what it printed. It must succeed.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var (code, printed) = await _bot.RunAsync(arguments);
        Assert.True(code == 0, printed);
        return printed;
    }

    /// <summary>Says it in a personal chat; the answer.</summary>
    public async Task<ConnectorCall> SayAsync(string person, string conversation, string text)
    {
        var said = Message(person, conversation, text);
        await PostAsync(said);
        return await AnswerToAsync(said);
    }

    /// <summary>Says it to the bot in a channel of a team; the answer.</summary>
    public async Task<ConnectorCall> SayInChannelAsync(string person, string channel, string text)
    {
        var said = Shared(person, channel, "channel", text);
        await PostAsync(said);
        return await AnswerToAsync(said);
    }

    /// <summary>Clicks the button that an Action.Execute draws, in a personal chat; the present card, or the line of text.</summary>
    public Task<string> ClickAsync(By by, string person, string conversation, JsonObject action, params (string, string)[] inputs) =>
        ClickAsync(by, person, conversation, action, inputs, static activity => activity);

    /// <summary>The same in a channel of a team.</summary>
    public Task<string> ClickInChannelAsync(By by, string person, string channel, JsonObject action) =>
        ClickAsync(by, person, channel, action, [], InChannel);

    private async Task<string> ClickAsync(
        By by,
        string person,
        string conversation,
        JsonObject action,
        (string, string)[] inputs,
        Func<JsonObject, JsonObject> place
    )
    {
        Assert.Equal((string?)action["verb"], (string?)action["fallback"]!["data"]!["verb"]);
        var data = (by == By.Execute ? action["data"] : action["fallback"]!["data"])!.DeepClone().AsObject();
        foreach (var (field, value) in inputs)
        {
            data[field] = value;
        }
        if (by == By.Execute)
        {
            var answer = JsonNode.Parse(await PostAsync(place(Invoke(person, conversation, (string)action["verb"]!, data))))!;
            return Readable(answer["value"]!);
        }
        var message = place(Message(person, conversation, ""));
        message.Remove("text");
        message["value"] = data;
        await PostAsync(message);
        return Text(await AnswerToAsync(message));
    }

    /// <summary>Presses a thumb below the last answer, with a word.</summary>
    public Task JudgeAsync(string person, string conversation, string reaction, string word) =>
        PostAsync(
            Activity(
                person,
                conversation,
                new JsonObject
                {
                    ["type"] = "invoke",
                    ["name"] = "message/submitAction",
                    ["value"] = new JsonObject
                    {
                        ["actionName"] = "feedback",
                        ["actionValue"] = new JsonObject
                        {
                            ["reaction"] = reaction,
                            ["feedback"] = new JsonObject { ["feedbackText"] = word }.ToJsonString(),
                        },
                    },
                }
            )
        );

    /// <summary>An invoke of that name in a personal chat; the body of its answer.</summary>
    public async Task<JsonNode> InvokeAsync(string person, string name, JsonNode? value) =>
        JsonNode.Parse(await PostAsync(Invoke(person, name, value)))!;

    /// <summary>An invoke of that name, to be posted.</summary>
    public JsonObject Invoke(string person, string name, JsonNode? value) =>
        Activity(
            person,
            $"a:{person}",
            new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = name,
                ["value"] = value,
            }
        );

    /// <summary>A message in a group chat or channel, to be posted; with the bot's mention where it is addressed.</summary>
    public JsonObject Shared(string person, string conversation, string conversationType, string text, bool mentions = true)
    {
        var said = InChannel(Message(person, conversation, mentions ? $"<at>CCHC</at> {text}" : text));
        said["conversation"]!["conversationType"] = conversationType;
        if (mentions)
        {
            said["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "mention",
                    ["text"] = "<at>CCHC</at>",
                    ["mentioned"] = new JsonObject { ["id"] = $"28:{_issuer.AppId}", ["name"] = "CCHC" },
                }
            );
        }
        return said;
    }

    /// <summary>A recorded activity as one that comes now to this bot; its sender and words stay.</summary>
    public JsonObject Recorded(string capture)
    {
        var file = Path.Combine(BotProcess.Root, "tests", "Bot.Tests", "Cases", "captures", $"{capture}.json");
        var activity = JsonNode.Parse(File.ReadAllText(file))!["activity"]!.DeepClone().AsObject();
        activity["id"] = Guid.NewGuid().ToString("N");
        activity["serviceUrl"] = Channel.ServiceUrl;
        activity["conversation"]!["tenantId"] = Tenant;
        activity["channelData"]!["tenant"] = new JsonObject { ["id"] = Tenant };
        return activity;
    }

    /// <summary>Posts an activity, signed; what the bot answers, or the instance at the address given.</summary>
    public Task<(HttpStatusCode Status, string Body)> TryPostAsync(JsonObject activity, string? address = null) =>
        TryPostAsync(activity.ToJsonString(), address);

    /// <summary>The same for any text.</summary>
    public async Task<(HttpStatusCode Status, string Body)> TryPostAsync(string activity, string? address = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address ?? _bot.Url}/api/messages")
        {
            Content = new StringContent(activity, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token = _issuer.Sign(Channel.ServiceUrl));
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The token of the last request.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The file of the bot's store.</summary>
    public string StoreFile => _bot.StoreFile;

    /// <summary>What stands at an address of the bot.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_bot.Url + path));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The app was installed, added or removed.</summary>
    public Task ChangeAsync(string person, string conversation, string conversationType, JsonObject change)
    {
        var activity = Activity(person, conversation, change);
        activity["conversation"]!["conversationType"] = conversationType;
        return PostAsync(activity);
    }

    /// <summary>The bot's own account among those that were added or removed.</summary>
    public JsonArray BotItself => [new JsonObject { ["id"] = $"28:{_issuer.AppId}" }];

    /// <summary>Waits until a card of the conversation was replaced by one with those words; its activity id.</summary>
    public async Task<string> UpdateAsync(string conversation, string words) =>
        (
            await UntilAsync(() =>
                Channel.Calls.LastOrDefault(c => c.Kind == "update" && c.ConversationId == conversation) is { } update
                && Text(update).Contains(words, StringComparison.Ordinal)
                    ? update
                    : null
            )
        ).ActivityId!;

    /// <summary>Waits for what is not null.</summary>
    public static Task<T> UntilAsync<T>(Func<T?> found)
        where T : class => UntilAsync(() => Task.FromResult(found()));

    /// <summary>The same for what must be asked for.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> found)
        where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await found() is { } it)
            {
                return it;
            }
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Waits for the answer to a message that was posted.</summary>
    public Task<ConnectorCall> AnswerToAsync(JsonObject message) =>
        UntilAsync(() =>
            Sent.FirstOrDefault(c => c.Body.TryGetProperty("replyToId", out var id) && id.GetString() == (string)message["id"]!)
        );

    public JsonObject Message(string person, string conversation, string text) =>
        Activity(person, conversation, new JsonObject { ["type"] = "message", ["text"] = text });

    private JsonObject Invoke(string person, string conversation, string verb, JsonObject data) =>
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
                        ["verb"] = verb,
                        ["data"] = data,
                    },
                },
            }
        );

    private JsonObject Activity(string person, string conversation, JsonObject activity)
    {
        activity["id"] = Guid.NewGuid().ToString("N");
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = Channel.ServiceUrl;
        activity["locale"] = Locale;
        activity["from"] = new JsonObject { ["id"] = "29:" + person, ["aadObjectId"] = person };
        activity["recipient"] = new JsonObject { ["id"] = $"28:{_issuer.AppId}" };
        activity["conversation"] = new JsonObject
        {
            ["id"] = conversation,
            ["conversationType"] = "personal",
            ["tenantId"] = Tenant,
        };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        return activity;
    }

    private static JsonObject InChannel(JsonObject activity)
    {
        (activity["conversation"]!["conversationType"], activity["conversation"]!["isGroup"]) = ("channel", true);
        return activity;
    }

    private async Task<string> PostAsync(JsonObject activity)
    {
        var (status, body) = await TryPostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }
}
