using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Bot.Activities;

namespace Bot.WebChat;

/// <summary>The subset of Direct Line 3.0 that the stock Web Chat needs (bot-protocol 7); to the rest of the bot it is one more channel.</summary>
internal sealed class DirectLineEndpoints(
    DirectLineTokens tokens,
    DirectLineConversations conversations,
    DirectLineConnector connector,
    DirectLineTurns turns,
    DirectLineUploads uploads,
    PageStrings strings,
    bool samples, // whether the sample contacts may be taken: only in Development
    CancellationToken stopping
)
{
    private const string Channel = "webchat";

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var directLine = routes.MapGroup("/v3/directline");
        directLine.MapPost("/tokens/generate", Guarded(GenerateToken));
        directLine.MapPost("/tokens/refresh", Guarded(RefreshToken));
        directLine.MapPost("/conversations", Guarded(Start));
        directLine.MapGet("/conversations/{id}", Guarded(Reconnect));
        directLine.MapGet("/conversations/{id}/activities", Guarded(Poll));
        directLine.MapPost("/conversations/{id}/activities", Guarded(Post));
        directLine.MapPost("/conversations/{id}/upload", Guarded(Upload));
        directLine.MapGet("/conversations/{id}/stream", Guarded(Stream));
    }

    /// <summary>Runs the handler and writes a refusal as Direct Line does.</summary>
    public static RequestDelegate Guarded(RequestDelegate handler) =>
        async context =>
        {
            try
            {
                await handler(context);
            }
            catch (DirectLineRefusal refusal)
            {
                var error = new ErrorAnswer(new ErrorBody(refusal.Code, refusal.Message));
                await DirectLineBodies.Write(context.Response, refusal.Status, error, DirectLineJsonContext.Default.ErrorAnswer);
            }
        };

    private async Task GenerateToken(HttpContext context)
    {
        RefuseOtherOrigins(context.Request);
        var asked = (await DirectLineBodies.Read(context.Request, DirectLineJsonContext.Default.StartRequest))?.User;
        var userId = string.IsNullOrEmpty(asked?.Id) ? Personas.Prefix + RandomNumberGenerator.GetHexString(16, lowercase: true) : asked.Id;
        if (!userId.StartsWith(Personas.Prefix, StringComparison.Ordinal) || userId.Length > 64 || asked?.Name?.Length > 64)
        {
            throw new DirectLineRefusal(
                StatusCodes.Status400BadRequest,
                "BadArgument",
                "A user id begins with dl_; id and name have at most 64 letters."
            );
        }
        if (Personas.Find(userId) is not null && !Personas.MayBeTakenFrom(context))
        {
            throw new DirectLineRefusal(
                StatusCodes.Status403Forbidden,
                "Forbidden",
                "The sample accounts are for the machine that the bot runs on."
            );
        }
        var grant = new DirectLineGrant(RandomNumberGenerator.GetHexString(22, lowercase: true), userId, asked?.Name);
        await WriteConversation(context, StatusCodes.Status200OK, grant, null);
    }

    private Task RefreshToken(HttpContext context) => WriteConversation(context, StatusCodes.Status200OK, Grant(context.Request), null);

    private async Task Start(HttpContext context)
    {
        var grant = Grant(context.Request);
        var request = await DirectLineBodies.Read(context.Request, DirectLineJsonContext.Default.StartRequest);
        var locale = request?.Locale is { Length: > 0 and <= 35 } said ? said : null;
        var (conversation, isNew) = conversations.Open(grant.ConversationId, UserOf(grant, locale));
        if (isNew)
        {
            var update = Inbound(new Activity { Type = ActivityTypes.ConversationUpdate, Locale = locale }, conversation, locale);
            update.MembersAdded = [update.Recipient!, update.From!];
            conversation.AcceptUnseen(update, turns.Run);
        }
        await WriteConversation(
            context,
            isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            grant,
            StreamUrl(context.Request, grant, "")
        );
    }

    private Task Reconnect(HttpContext context)
    {
        var (grant, _) = Granted(context);
        return WriteConversation(
            context,
            StatusCodes.Status200OK,
            grant,
            StreamUrl(context.Request, grant, context.Request.Query["watermark"])
        );
    }

    private Task Poll(HttpContext context)
    {
        var (_, conversation) = Granted(context);
        var (frame, _) = conversation.After(Watermark(context.Request), evenIfNone: true);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(frame, context.RequestAborted).AsTask();
    }

    private async Task Post(HttpContext context)
    {
        var (_, conversation) = Granted(context);
        await Accept(context, conversation, await DirectLineBodies.ReadActivity(context.Request));
    }

    private async Task Upload(HttpContext context)
    {
        var (_, conversation) = Granted(context);
        await Accept(context, conversation, await uploads.ReadAsync(context.Request));
    }

    private async Task Accept(HttpContext context, DirectLineConversation conversation, Activity activity)
    {
        if (activity.Type.Length == 0)
        {
            throw new DirectLineRefusal(StatusCodes.Status400BadRequest, "MissingProperty", "An activity has a type.");
        }
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Typing or ActivityTypes.Event))
        {
            throw new DirectLineRefusal(StatusCodes.Status400BadRequest, "BadArgument", "Clients send message, event and typing.");
        }
        var repeat = ClientActivityId(activity.ChannelData);
        if (!conversation.TryCount())
        {
            context.Response.Headers.RetryAfter = "10";
            throw new DirectLineRefusal(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many activities within a minute.");
        }
        var inbound = Inbound(activity, conversation, activity.Locale);
        if (activity.Type == ActivityTypes.Typing)
        {
            // Nothing in the bot listens to it, so it is neither kept nor given on.
            var stamped = conversation.Stamp(inbound);
            await DirectLineBodies.Write(
                context.Response,
                StatusCodes.Status200OK,
                new ResourceAnswer(stamped.Id!),
                DirectLineJsonContext.Default.ResourceAnswer
            );
            return;
        }
        var id = conversation.Accept(inbound, repeat, turns.Run);
        await DirectLineBodies.Write(
            context.Response,
            StatusCodes.Status200OK,
            new ResourceAnswer(id),
            DirectLineJsonContext.Default.ResourceAnswer
        );
    }

    private async Task Stream(HttpContext context)
    {
        RefuseOtherOrigins(context.Request);
        var grant = tokens.Read(context.Request.Query["t"].ToString(), TokenUse.Stream) ?? throw Forbidden();
        var conversation = ConversationOf(context, grant);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw new DirectLineRefusal(StatusCodes.Status400BadRequest, "BadArgument", "This address is for sockets.");
        }
        if (conversations.IsFull(conversation.User))
        {
            throw new DirectLineRefusal(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many open sockets.");
        }
        var watermark = Watermark(context.Request);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) }
        );
        await new DirectLineStream(conversation, socket, watermark).Run(stopping);
    }

    // Who speaks, to whom and where to answer is said by the server alone; what steers a channel (deliveryMode, members) is dropped.
    private Activity Inbound(Activity activity, DirectLineConversation conversation, string? locale) =>
        activity with
        {
            ChannelId = activity.ChannelId == "directline" ? "directline" : Channel,
            ServiceUrl = connector.ServiceUrl,
            From = new ChannelAccount
            {
                Id = conversation.User.Id,
                Name = conversation.User.Name,
                AadObjectId = conversation.User.AadObjectId,
                Role = "user",
            },
            Recipient = DirectLineConnector.BotAccount(strings.Of(locale)),
            Conversation = new ConversationAccount { Id = conversation.Id },
            DeliveryMode = null,
            Action = null,
            MembersAdded = null,
            MembersRemoved = null,
            ReactionsAdded = null,
            ReactionsRemoved = null,
            Unknown = null,
        };

    private ChatUser UserOf(DirectLineGrant grant, string? locale) =>
        samples && Personas.Find(grant.UserId) is { } persona
            ? new ChatUser(grant.UserId, strings.Of(locale)[persona.Key], persona.AadObjectId)
            : new ChatUser(grant.UserId, grant.UserName, null);

    private DirectLineGrant Grant(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new DirectLineRefusal(StatusCodes.Status401Unauthorized, "Unauthorized", "A bearer token is needed.");
        }
        return tokens.Read(header[scheme.Length..].Trim()) ?? throw Forbidden();
    }

    private (DirectLineGrant Grant, DirectLineConversation Conversation) Granted(HttpContext context)
    {
        var grant = Grant(context.Request);
        return (grant, ConversationOf(context, grant));
    }

    private DirectLineConversation ConversationOf(HttpContext context, DirectLineGrant grant)
    {
        if (!grant.ConversationId.Equals(context.Request.RouteValues["id"]))
        {
            throw new DirectLineRefusal(StatusCodes.Status403Forbidden, "Forbidden", "The token is for another conversation.");
        }
        return conversations.TryGet(grant.ConversationId, out var conversation)
            ? conversation
            : throw new DirectLineRefusal(
                StatusCodes.Status404NotFound,
                "ConversationNotFound",
                "There is no such conversation, or it has ended."
            );
    }

    private Task WriteConversation(HttpContext context, int status, DirectLineGrant grant, string? streamUrl)
    {
        context.Response.Headers.CacheControl = "no-store";
        var answer = new ConversationAnswer(
            grant.ConversationId,
            tokens.Issue(grant),
            (int)DirectLineTokens.Lifetime.TotalSeconds,
            streamUrl
        );
        return DirectLineBodies.Write(context.Response, status, answer, DirectLineJsonContext.Default.ConversationAnswer);
    }

    private string StreamUrl(HttpRequest request, DirectLineGrant grant, string? watermark)
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var token = tokens.Issue(grant, TokenUse.Stream);
        return $"{scheme}://{request.Host}/v3/directline/conversations/{grant.ConversationId}/stream?watermark={Uri.EscapeDataString(watermark ?? "")}&t={token}";
    }

    // Empty, absent and the real service's "-" all mean: from the start.
    private static long Watermark(HttpRequest request)
    {
        var text = request.Query["watermark"].ToString();
        if (text is "" or "-")
        {
            return 0;
        }
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark)
            ? watermark
            : throw new DirectLineRefusal(StatusCodes.Status400BadRequest, "BadArgument", "The watermark is none of ours.");
    }

    private static string? ClientActivityId(JsonElement? channelData) =>
        channelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 and <= 256 } text
            ? text
            : null;

    // A page of another site must not talk to this bot with the browser of somebody who sits here.
    private static void RefuseOtherOrigins(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            throw new DirectLineRefusal(StatusCodes.Status403Forbidden, "Forbidden", "This page may not connect here.");
        }
    }

    private static DirectLineRefusal Forbidden() =>
        new(StatusCodes.Status403Forbidden, "TokenExpired", "The token is not valid, or it has expired.");
}
