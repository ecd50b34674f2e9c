using Bot.Activities;
using Bot.Activities.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>The route of the Activity protocol.</summary>
public static class ActivityRoutes
{
    /// <summary>Maps POST /api/messages to the bot.</summary>
    public static IEndpointConventionBuilder MapActivities(this IEndpointRouteBuilder routes, ActivityHandler handler)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<ActivityEndpoint>();
        endpoint.WarnOfNoTenant();
        return routes.MapPost("/api/messages", (RequestDelegate)(context => endpoint.ReceiveAsync(context, handler))).ShortCircuit();
    }
}
