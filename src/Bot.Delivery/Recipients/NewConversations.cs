using Bot.Activities.Hosting;
using Bot.Activities.Outbound;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Contacts;
using Bot.Store.Rows;
using Microsoft.Extensions.Options;

namespace Bot.Delivery.Recipients;

/// <summary>Creates the 1:1 conversation with a contact who never wrote to the bot (bot-protocol 3.6), and keeps it.</summary>
internal sealed class NewConversations(NoticePost post, ConversationReferences references, IOptions<ActivitiesOptions> options)
{
    private readonly ActivitiesOptions _options = options.Value;

    /// <summary>The tenant of the conversations; empty where none is configured.</summary>
    public string Tenant => _options.AllowedTenants is [var first, ..] ? first : "";

    /// <summary>Why none can be created with this person; null where one can.</summary>
    public string? NoneBecause(Contact person) =>
        person.AadObjectId.Length == 0 ? "the contact has no Entra object id and never wrote to the bot"
        : !_options.AuthenticationEnabled && _options.Teams.ServiceUrl is null
            ? "the recipient never wrote to the bot, and without an app id no conversation can be created"
        : _options.AuthenticationEnabled && Tenant.Length == 0
            ? "the recipient never wrote to the bot, and without a tenant no conversation can be created"
        : null;

    /// <exception cref="ConnectorException">The connector creates none.</exception>
    public async Task<ConversationRow> CreateAsync(Contact person, CancellationToken cancellationToken)
    {
        var address = _options.Teams.ServiceUrl ?? TeamsOptions.PublicServiceUrl;
        var bot = $"28:{_options.MicrosoftAppId}";
        var created = await post.Create(
            address,
            ConversationParameters.ForPerson(person.AadObjectId, Tenant, new() { Id = bot }),
            cancellationToken
        );
        var row = new ConversationRow
        {
            Key = ConversationReferences.KeyOf("msteams", created.Id),
            ChannelId = "msteams",
            ServiceUrl = created.ServiceUrl is { Length: > 0 } given ? given : address,
            ConversationId = created.Id,
            ConversationType = "personal",
            TenantId = Tenant,
            AadObjectId = RecipientWays.IdOf(person),
            BotId = bot,
        };
        await references.KeepAsync(row, cancellationToken);
        return row;
    }
}
