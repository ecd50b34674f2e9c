using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bot.Activities;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.WebChat;

/// <summary>
/// The connector behind the chat page: where the bot's replies to a Direct Line conversation are posted, over HTTP like those of any channel. A secret
/// of this process in the path keeps everybody else out; a reply after a restart finds no conversation, 404.
/// </summary>
internal sealed class DirectLineConnector(IServer server, DirectLineConversations conversations)
{
    private const string Root = "/v3/directline/connector/";

    private readonly string _secret = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The serviceUrl of the activities that the page sends; known once the server listens.</summary>
    public string ServiceUrl => field ??= OwnAddress() + Root + _secret;

    /// <summary>Whether an address is that of such a connector.</summary>
    public static bool IsOwn(string? serviceUrl) => serviceUrl?.Contains(Root, StringComparison.Ordinal) == true;

    /// <summary>The bot as this channel names it.</summary>
    public static ChannelAccount BotAccount(IReadOnlyDictionary<string, string> strings) =>
        new()
        {
            Id = "bot",
            Name = strings["title"],
            Role = "bot",
        };

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var connector = routes.MapGroup(Root + "{secret}/v3/conversations/{id}");
        connector.MapPost("/activities", DirectLineEndpoints.Guarded(Send));
        connector.MapPost("/activities/{activityId}", DirectLineEndpoints.Guarded(Send));
        connector.MapPut("/activities/{activityId}", DirectLineEndpoints.Guarded(Update));
        connector.MapDelete("/activities/{activityId}", DirectLineEndpoints.Guarded(Delete));
    }

    private async Task Send(HttpContext context)
    {
        var conversation = ConversationOf(context);
        var activity = await ReadActivity(context, conversation);
        var id = activity.Type switch
        {
            ActivityTypes.Typing => conversation.Show(activity),
            ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.EndOfConversation => conversation.Add(activity),
            _ => conversation.Stamp(activity).Id!,
        };
        await DirectLineBodies.Write(
            context.Response,
            StatusCodes.Status201Created,
            new ResourceAnswer(id),
            DirectLineJsonContext.Default.ResourceAnswer
        );
    }

    private async Task Update(HttpContext context)
    {
        var conversation = ConversationOf(context);
        var activity = await ReadActivity(context, conversation);
        var id = (string)context.Request.RouteValues["activityId"]!;
        RefuseUnless(conversation.Replace(id, activity));
        await DirectLineBodies.Write(
            context.Response,
            StatusCodes.Status200OK,
            new ResourceAnswer(id),
            DirectLineJsonContext.Default.ResourceAnswer
        );
    }

    private Task Delete(HttpContext context)
    {
        RefuseUnless(ConversationOf(context).Remove((string)context.Request.RouteValues["activityId"]!));
        return Task.CompletedTask;
    }

    private static async Task<Activity> ReadActivity(HttpContext context, DirectLineConversation conversation)
    {
        var activity = await DirectLineBodies.ReadActivity(context.Request);
        return activity with
        {
            From = new ChannelAccount
            {
                Id = "bot",
                Name = activity.From?.Name,
                Role = "bot",
            },
            ReplyToId =
                context.Request.Method == HttpMethods.Post
                    ? context.Request.RouteValues["activityId"] as string ?? activity.ReplyToId
                    : activity.ReplyToId,
            Conversation = new ConversationAccount { Id = conversation.Id },
        };
    }

    private DirectLineConversation ConversationOf(HttpContext context)
    {
        var given = Encoding.UTF8.GetBytes((string)context.Request.RouteValues["secret"]!);
        var known = CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(_secret));
        RefuseUnless(conversations.TryGet((string)context.Request.RouteValues["id"]!, out var conversation) && known);
        return conversation!;
    }

    private static void RefuseUnless(bool found)
    {
        if (!found)
        {
            throw new DirectLineRefusal(
                StatusCodes.Status404NotFound,
                "ConversationNotFound",
                "There is no such conversation or activity."
            );
        }
    }

    // What the server listens on, never what a request calls it: replies would follow a forged Host header.
    private string OwnAddress()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.OrdinalIgnoreCase)) ?? addresses.First();
        var parsed = BindingAddress.Parse(address);
        var everywhere =
            parsed.Host is "*" or "+"
            || (IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{parsed.Scheme}://{(everywhere ? "127.0.0.1" : parsed.Host)}:{parsed.Port}"
        );
    }
}
