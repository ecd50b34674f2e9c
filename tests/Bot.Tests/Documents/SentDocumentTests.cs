using System.Text;
using System.Text.Json;
using Bot.Activities;
using Bot.Hosting;
using Bot.Store;
using Bot.Store.Facts;
using Bot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Documents;

/// <summary>From a pasted report to an answer, by the host's own turns: who may, what is shown, what a click does.</summary>
public sealed class SentDocumentTests : IAsyncLifetime
{
    private const string Official = "00000000-0000-0000-0000-000000000001";
    private const string Inspector = "00000000-0000-0000-0000-000000000003";
    private const string Report =
        "Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Tư pháp. Tại Sở Tư pháp, tỷ lệ văn bản đi gửi liên thông đến các cơ quan đạt 91,5%.";
    private const string Question = "Tỷ lệ văn bản đi gửi liên thông của Sở Tư pháp là bao nhiêu?";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sent-");
    private WebApplication _app = null!;
    private int _messages;

    public async Task InitializeAsync()
    {
        var builder = BotHost.CreateBuilder([
            $"--ConnectionStrings:Store=Data Source={Path.Combine(_folder.FullName, "bot.db")};Pooling=False",
            "--environment=Development",
            "--Clock:Today=2023-04-03",
        ]);
        _app = builder.Build();
        await StoreStart.PrepareAsync(_app.Services);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_pasted_report_answers_questions_once_an_inspector_has_approved_it()
    {
        var review = await SayAsync(Inspector, "Trích số liệu: " + Report);
        Assert.Contains("91,5%", review, StringComparison.Ordinal);
        Assert.Contains("Chưa đề xuất nào được dùng", review, StringComparison.Ordinal);
        Assert.DoesNotContain("91,5%", await SayAsync("nobody", Question), StringComparison.Ordinal);

        var after = await ClickAsync(Inspector, "fact/approveAll", Version(review));
        Assert.Contains("đã duyệt", after, StringComparison.Ordinal);
        Assert.Contains("91,5%", await SayAsync("nobody", Question), StringComparison.Ordinal);

        var late = await ClickAsync(Inspector, "fact/approveAll", Version(review));
        Assert.Contains("dưới đây là trạng thái hiện nay", late, StringComparison.Ordinal);
    }

    // Two departments bore that name at different times: the plan's day says which.
    [Fact]
    public async Task A_pasted_sentence_on_a_plan_gives_its_number_and_day()
    {
        await SayAsync(Inspector, "Trích số liệu: Ngày 03/4/2023, Sở Y tế đã ban hành Kế hoạch số 35/KH-SYT về chuyển đổi số năm 2023.");
        // The store has it missing, so it is decided on by itself.
        await ClickAsync(Inspector, "fact/approve", await ProposalAsync("obligations"));

        var plan = await SayAsync("nobody", "Kế hoạch chuyển đổi số năm 2023 của Sở Y tế đã ban hành chưa?");
        Assert.Contains("35/KH-SYT", plan, StringComparison.Ordinal);
        Assert.Contains("03/04/2023", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_inspector_may_neither_bring_a_report_nor_decide()
    {
        Assert.Contains("dành cho Đoàn kiểm tra", await SayAsync(Official, "trích số liệu: " + Report), StringComparison.Ordinal);
        var review = await SayAsync(Inspector, "trích số liệu: " + Report);
        Assert.Contains("dành cho Đoàn kiểm tra", await ClickAsync(Official, "fact/approveAll", Version(review)), StringComparison.Ordinal);
        Assert.DoesNotContain("91,5%", await SayAsync("nobody", Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_opens_its_form_first_and_takes_nothing_without_a_reason()
    {
        await SayAsync(Inspector, "extract figures: " + Report);
        var data = await ProposalAsync("observations");

        Assert.Contains("Sửa đề xuất", await ClickAsync(Inspector, "fact/correct", data), StringComparison.Ordinal);
        data["value"] = "95";
        Assert.Contains("Chưa lưu được", await ClickAsync(Inspector, "fact/correct", data), StringComparison.Ordinal);
        data["reason"] = "bản ký ngày 30/03";
        Assert.Contains("bản ký ngày 30/03", await ClickAsync(Inspector, "fact/correct", data), StringComparison.Ordinal);
        Assert.Contains("95%", await SayAsync("nobody", Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_a_figure_tells_who_brought_which_value_and_a_withdrawn_one_answers_no_more()
    {
        await SayAsync(Inspector, "extract figures: " + Report);
        var data = await ProposalAsync("observations");
        data["value"] = "95";
        data["reason"] = "bản ký ngày 30/03";
        await ClickAsync(Inspector, "fact/correct", data);

        Assert.Contains("95%", await SayAsync(Inspector, Question), StringComparison.Ordinal);
        var history = await SayAsync(Inspector, "lịch sử của số liệu này");
        Assert.Contains("95%", history, StringComparison.Ordinal);
        Assert.Contains("inspector@example.org", history, StringComparison.Ordinal);

        data["version"] = "1";
        data["value"] = "";
        data["reason"] = "nhầm đơn vị";
        Assert.Contains("nhầm đơn vị", await ClickAsync(Inspector, "fact/withdraw", data), StringComparison.Ordinal);
        Assert.DoesNotContain("95%", await SayAsync("nobody", Question), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://files.example.org/bao-cao.txt")]
    [InlineData("https://sharepoint.com.example.org/bao-cao.txt")]
    [InlineData("https://user@tenant.sharepoint.com/bao-cao.txt")]
    [InlineData("http://tenant.sharepoint.com/bao-cao.txt")]
    [InlineData("file:///etc/passwd")]
    [InlineData("no address")]
    public async Task A_file_is_fetched_from_where_channels_keep_them_and_from_nowhere_else(string address) =>
        Assert.Contains("không được phép tải", await SayAsync(Inspector, "", address), StringComparison.Ordinal);

    [Fact]
    public async Task Of_several_files_none_is_read_and_the_sender_is_told() =>
        Assert.Contains(
            "mỗi tin nhắn một tệp",
            await SayAsync(Inspector, "", "https://tenant.sharepoint.com/a.txt", "https://tenant.sharepoint.com/b.txt"),
            StringComparison.Ordinal
        );

    // What a click on the one proposal of a table says.
    private async Task<Dictionary<string, string>> ProposalAsync(string table)
    {
        var ledger = _app.Services.GetRequiredService<FactLedger>();
        var document = Assert.Single(await ledger.WaitingAsync(CancellationToken.None));
        var fact = (await ledger.FindAsync(document, CancellationToken.None))!.Facts.Single(f => f.Fact.Table == table);
        return new Dictionary<string, string>
        {
            ["document"] = document,
            ["fact"] = $"{fact.Id}",
            ["version"] = "0",
        };
    }

    private static Dictionary<string, string> Version(string card)
    {
        using var read = JsonDocument.Parse(card);
        var data = read.RootElement.GetProperty("actions")[0].GetProperty("data");
        return data.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!);
    }

    private async Task<string> SayAsync(string person, string text, params string[] files)
    {
        var activity = Activity(person);
        activity.Type = ActivityTypes.Message;
        activity.Text = text;
        activity.Attachments =
        [
            .. files.Select(file => new Attachment
            {
                ContentType = "application/vnd.microsoft.teams.file.download.info",
                Name = "bao-cao.txt",
                Content = RawJson.FromText(JsonSerializer.Serialize(new { downloadUrl = file })),
            }),
        ];
        var reply = (await _app.Services.GetRequiredService<TurnRouter>().HandleAsync(activity, null, CancellationToken.None)).Activity!;
        return reply.Text ?? Encoding.UTF8.GetString(reply.Attachments![0].Content!.Utf8.Span);
    }

    private async Task<string> ClickAsync(string person, string verb, Dictionary<string, string> data)
    {
        var activity = Activity(person);
        activity.Type = ActivityTypes.Invoke;
        activity.Name = "adaptiveCard/action";
        activity.Value = JsonSerializer.SerializeToElement(
            new
            {
                action = new
                {
                    type = "Action.Execute",
                    verb,
                    data,
                },
            }
        );
        var reply = await _app.Services.GetRequiredService<TurnRouter>().HandleAsync(activity, null, CancellationToken.None);
        return Encoding.UTF8.GetString(reply.Response!.Body!.Utf8.Span);
    }

    private Activity Activity(string person) =>
        new()
        {
            Id = $"{++_messages}",
            ChannelId = "msteams",
            ServiceUrl = "http://127.0.0.1:9/",
            From = new ChannelAccount { Id = "29:" + person, AadObjectId = person },
            Recipient = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = "a:" + person, ConversationType = "personal" },
            Locale = "vi-VN",
        };
}
