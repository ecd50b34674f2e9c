using System.Net;
using Bot.Activities;
using Bot.Activities.Outbound;

namespace Bot.Tests.Delivery;

/// <summary>Takes what the bot posts, and fails as the test says.</summary>
internal sealed class ScriptedConnector
{
    private readonly Lock _gate = new();
    private readonly List<Activity> _posted = [];
    private readonly List<(string, Activity)> _updated = [];
    private readonly List<(string, ConversationParameters)> _created = [];
    private int _serial;

    /// <summary>Why a post fails; null lets it through.</summary>
    public Func<Activity, ConnectorError?> Fault { get; set; } = static _ => null;

    /// <summary>Why no conversation is created; null where one is.</summary>
    public ConnectorError? CreateFault { get; set; }

    /// <summary>Runs before a post is taken.</summary>
    public Func<Activity, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public IReadOnlyList<Activity> Posted
    {
        get
        {
            lock (_gate)
            {
                return [.. _posted];
            }
        }
    }

    public IEnumerable<string?> Texts => Posted.Where(static a => a.Type == ActivityTypes.Message).Select(static a => a.Text);

    public IEnumerable<string?> TextsIn(string conversation) =>
        Posted.Where(a => a.Type == ActivityTypes.Message && a.Conversation?.Id == conversation).Select(static a => a.Text);

    public static ConnectorError Down { get; } = new() { Unreachable = true, Retryable = true };

    public static ConnectorError Refused(int status, string code) => new() { Status = (HttpStatusCode)status, Code = code };

    /// <summary>Cards that were put in the place of others, by the id of the activity replaced.</summary>
    public IReadOnlyList<(string Id, Activity Activity)> Updated
    {
        get
        {
            lock (_gate)
            {
                return [.. _updated];
            }
        }
    }

    /// <summary>Whom conversations were created with, and where.</summary>
    public IReadOnlyList<(string Address, ConversationParameters Parameters)> Created
    {
        get
        {
            lock (_gate)
            {
                return [.. _created];
            }
        }
    }

    public async Task<string?> UpdateAsync(Activity activity, string id, CancellationToken cancellationToken)
    {
        await Before(activity);
        if (Fault(activity) is { } error)
        {
            throw new ConnectorException(error);
        }
        lock (_gate)
        {
            _updated.Add((id, activity));
            return id;
        }
    }

    public Task<ConversationResourceResponse> CreateAsync(
        string address,
        ConversationParameters parameters,
        CancellationToken cancellationToken
    )
    {
        if (CreateFault is { } error)
        {
            throw new ConnectorException(error);
        }
        lock (_gate)
        {
            _created.Add((address, parameters));
            return Task.FromResult(new ConversationResourceResponse { Id = $"a:{parameters.Members![0].Id}" });
        }
    }

    public async Task<string?> PostAsync(Activity activity, CancellationToken cancellationToken)
    {
        await Before(activity);
        if (Fault(activity) is { } error)
        {
            throw new ConnectorException(error);
        }
        lock (_gate)
        {
            _posted.Add(activity);
            return $"r{++_serial}";
        }
    }
}
