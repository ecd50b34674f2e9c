using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;

namespace Bot.Models;

/// <summary>The deployment of Azure OpenAI. Kept apart so that nothing of Azure is loaded before the first question that needs it.</summary>
internal static class AzureModel
{
    /// <summary>Connects to the deployment; nothing is sent yet.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="limits">How much of an answer is read.</param>
    /// <param name="connection">Carries the requests.</param>
    public static IChatClient Create(ModelOptions options, ModelLimits limits, HttpMessageHandler connection)
    {
        var endpoint = new Uri(options.Endpoint);
        var settings = new AzureOpenAIClientOptions
        {
            // Retries and the limit of time are ours (ResilientChatClient): the client's own would add up to more than a turn has.
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(
                new HttpClient(new BoundedHandler(limits.MostBytes) { InnerHandler = connection }) { Timeout = Timeout.InfiniteTimeSpan }
            ),
        };
        var client =
            options.ApiKey.Length > 0
                ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(options.ApiKey), settings)
                : new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(Identity(options)), settings);
        return client.GetChatClient(options.Deployment).AsIChatClient();
    }

    /// <summary>The connection to the service. A redirect would take the question elsewhere.</summary>
    public static HttpMessageHandler Connection() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    private static ManagedIdentityId Identity(ModelOptions options) =>
        options.ClientId.Length > 0 ? ManagedIdentityId.FromUserAssignedClientId(options.ClientId) : ManagedIdentityId.SystemAssigned;
}
