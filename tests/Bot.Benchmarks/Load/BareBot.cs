using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Activities;

namespace Bot.Benchmarks.Load;

/// <summary>The least that an ASP.NET Core bot can do for one turn: read the activity, post a fixed card to its connector, answer. The upper limit.</summary>
internal static class BareBot
{
    private static readonly RawJson Card = RawJson.FromText(
        """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Tỷ lệ dịch vụ công trực tuyến toàn trình","wrap":true},{"type":"FactSet","facts":[{"title":"A","value":"92,5%"},{"title":"B","value":"88,1%"}]}]}"""
    );

    public static async Task<int> ServeAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        app.MapPost(
            "/api/messages",
            async context =>
            {
                var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, ActivityJsonContext.Wire.Activity))!;
                var reply = activity.CreateReply();
                reply.Attachments = [Attachment.FromCard(Card)];
                var conversation = Uri.EscapeDataString(activity.Conversation!.Id);
                using var request = new HttpRequestMessage(
                    HttpMethod.Post,
                    $"{activity.ServiceUrl!.TrimEnd('/')}/v3/conversations/{conversation}/activities/{Uri.EscapeDataString(activity.Id!)}"
                );
                request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, ActivityJsonContext.Outgoing));
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
                using var answer = await http.SendAsync(request);
                context.Response.StatusCode = answer.IsSuccessStatusCode ? 200 : 502;
            }
        );
        await app.RunAsync();
        return 0;
    }
}
