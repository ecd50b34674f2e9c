using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Wire.Tests.DirectLine;

/// <summary>Files that Web Chat uploads: the bot gets them as attachments, for as long as they are kept.</summary>
public sealed class DirectLineUploadTests
{
    // As the stock Web Chat 4.18 sends it.
    private const string Upload =
        "--b\r\nContent-Disposition: form-data; name=\"activity\"; filename=\"blob\"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n"
        + "{\"attachments\":[{\"contentType\":\"text/plain\",\"name\":\"a.txt\"}],\"channelData\":{\"attachmentSizes\":[9],\"clientActivityID\":\"y9arp43gjjn\"},"
        + "\"textFormat\":\"plain\",\"type\":\"message\",\"channelId\":\"webchat\",\"from\":{\"id\":\"forged\",\"role\":\"user\"},\"locale\":\"vi-VN\"}\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nxin chào\r\n--b--\r\n";

    [Fact]
    public async Task What_Web_Chat_uploads_reaches_the_bot_and_can_be_fetched_and_is_never_a_page()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();

        using var answer = await PostAsync(client, Encoding.UTF8.GetBytes(Upload), "multipart/form-data; boundary=b");
        Assert.Equal(200, (int)answer.StatusCode);
        await ChatHost.UntilAsync(() => Task.FromResult(host.Seen.Any(activity => activity.Attachments is not null)));

        var message = host.Seen.Single(activity => activity.Attachments is not null);
        var file = Assert.Single(message.Attachments!);
        Assert.Equal(("a.txt", "text/plain", "dl_syt"), (file.Name, file.ContentType, message.From!.Id));
        using var fetched = await host.Http.GetAsync(new Uri(file.ContentUrl!));
        Assert.Equal("xin chào", await fetched.Content.ReadAsStringAsync());
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", fetched.Content.Headers.ContentType?.MediaType);

        host.Clock.Advance(TimeSpan.FromMinutes(61));
        using var late = await host.Http.GetAsync(new Uri(file.ContentUrl!));
        Assert.Equal(404, (int)late.StatusCode);
    }

    [Theory]
    [InlineData("x", "text/plain", 415)]
    [InlineData("x", "multipart/form-data", 415)]
    [InlineData("x", "multipart/form-data; boundary=b", 400)]
    [InlineData(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ncut",
        "multipart/form-data; boundary=b",
        400
    )]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"word\"\r\n\r\nno file\r\n--b--\r\n", "multipart/form-data; boundary=b", 400)]
    [InlineData(
        "--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{\"type\":\r\n--b--\r\n",
        "multipart/form-data; boundary=b",
        400
    )]
    public async Task What_is_no_upload_is_refused_in_words(string body, string type, int status)
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();

        using var answer = await PostAsync(client, Encoding.UTF8.GetBytes(body), type);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(ChatHost.Text(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!["message"]));
        Assert.DoesNotContain(host.Seen, activity => activity.Type == "message");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_while_it_is_read()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        using var form = new MultipartFormDataContent("b") { { new ByteArrayContent(new byte[(10 << 20) + 1]), "file", "lon.txt" } };

        using var answer = await PostAsync(client, await form.ReadAsByteArrayAsync(), "multipart/form-data; boundary=b");

        Assert.Equal(413, (int)answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(ChatClient client, byte[] body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{client.Path}/upload?userId=dl_syt");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await client.Host.Http.SendAsync(request);
    }
}
