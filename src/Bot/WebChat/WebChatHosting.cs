using Bot.Activities;
using Microsoft.AspNetCore.Hosting.Server;

namespace Bot.WebChat;

/// <summary>Wires the chat page and its Direct Line endpoint into the host.</summary>
public static class WebChatHosting
{
    /// <summary>Whether the chat page is switched on (<c>WebChat:Enabled</c>; contract 2: in Development unless said otherwise).</summary>
    public static bool IsWebChatEnabled(this WebApplication app) =>
        app.Configuration.GetValue("WebChat:Enabled", app.Environment.IsDevelopment());

    /// <summary>
    /// Maps the chat page at <c>/</c> and <c>/v3/directline/*</c>; true when they are enabled. When not, nothing is mapped and both are
    /// 404.
    /// </summary>
    /// <param name="app">The host.</param>
    /// <param name="handler">The bot, as <c>MapActivities</c> gets it. One activity of a conversation after the other, never inside a client's request.</param>
    /// <param name="clock">The channel's clock, by which tokens expire; null for the machine's, which runs even where a date is fixed for answers.</param>
    public static bool MapWebChat(this WebApplication app, ActivityHandler handler, TimeProvider? clock = null)
    {
        var development = app.Environment.IsDevelopment();
        if (!app.IsWebChatEnabled())
        {
            return false;
        }
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Bot.WebChat");
        var time = clock ?? TimeProvider.System;
        var strings = new PageStrings();
        var conversations = new DirectLineConversations(time);
        var connector = new DirectLineConnector(app.Services.GetRequiredService<IServer>(), conversations);
        var stopping = app.Lifetime.ApplicationStopping;
        var turns = new DirectLineTurns(handler, time, log, stopping);
        app.UseWebSockets();
        new WebChatPage(strings, development).Map(app);
        connector.Map(app);
        var files = app.Services.GetService<DirectLineFiles>() ?? new DirectLineFiles(time);
        files.Map(app);
        var uploads = new DirectLineUploads(files);
        new DirectLineEndpoints(new DirectLineTokens(time), conversations, connector, turns, uploads, strings, development, stopping).Map(
            app
        );
        return true;
    }
}
