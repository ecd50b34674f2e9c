using System.Text;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Models;
using Bot.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Models;

/// <summary>What identifies people is neither sent nor logged; what the question is about is.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("gửi an.nguyen@cantho.gov.vn nhé", "gửi [email] nhé")]
    [InlineData("gọi 0912 345 678 hoặc +84 912.345.678", "gọi [phone] hoặc [phone]")]
    [InlineData("điện thoại 02923812345", "điện thoại [phone]")]
    [InlineData("tôi là 00000000-0000-0000-0000-000000000001", "tôi là [id]")]
    [InlineData("ông Nguyễn Văn An báo cáo", "ông [name] báo cáo")]
    [InlineData("theo bà Trần Thị Bích Ngọc, Giám đốc Sở Y tế", "theo bà [name], Giám đốc Sở Y tế")]
    [InlineData("Mr. John Smith asked", "Mr. [name] asked")]
    [InlineData("Kế hoạch 35/KH-SYT ngày 28/03/2023 của Sở Y tế", "Kế hoạch 35/KH-SYT ngày 28/03/2023 của Sở Y tế")]
    [InlineData("số 0123456789/QĐ-UBND", "số 0123456789/QĐ-UBND")]
    [InlineData("đạt 85,5% trên 1.432.000 hồ sơ", "đạt 85,5% trên 1.432.000 hồ sơ")]
    [InlineData("bên Sở Nội vụ thì sao, năm 2022-2023", "bên Sở Nội vụ thì sao, năm 2022-2023")]
    [InlineData("hàng hóa anh đào", "hàng hóa anh đào")]
    [InlineData("Trần Quốc Trung trả lời, còn Lê Thị Thu Hà thì chưa", "[name] trả lời, còn [name] thì chưa")]
    [InlineData("hồ sơ do Nguyễn Văn An ký", "hồ sơ do [name] ký")]
    [InlineData("phường Lê Hồng Phong và trường Nguyễn Thị Minh Khai", "phường Lê Hồng Phong và trường Nguyễn Thị Minh Khai")]
    [InlineData("UBND phường Trần Phú, huyện Vũ Thư", "UBND phường Trần Phú, huyện Vũ Thư")]
    [InlineData("Tỷ Lệ Hồ Sơ Trễ Hạn Của Sở Nội Vụ Năm Nay", "Tỷ Lệ Hồ Sơ Trễ Hạn Của Sở Nội Vụ Năm Nay")]
    public void A_text_without_people(string text, string without) => Assert.Equal(without, Of(text));

    [Theory]
    [InlineData("hồ sơ của Cao Mỹ Lệ tới đâu rồi", "hồ sơ của [name] tới đâu rồi")]
    [InlineData("ho so cua cao my le toi dau roi", "ho so cua [name] toi dau roi")]
    [InlineData("CAO MỸ  LỆ?", "[name]?")]
    [InlineData("{\"question\":\"cao mỹ lệ\"}", "{\"question\":\"[name]\"}")]
    [InlineData("Đỗ Cao Mỹ Lệ An", "Đỗ [name]")]
    [InlineData("cao, mỹ lệ; cao mỹ; mỹ lệ", "cao, mỹ lệ; cao mỹ; mỹ lệ")]
    [InlineData("An báo cáo", "An báo cáo")]
    public void A_contact_is_taken_out_however_typed(string text, string without)
    {
        foreach (var form in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD])
        {
            Assert.Equal(without, Of(text.Normalize(form), "Cao Mỹ Lệ", "Cao Mỹ Lệ An", "An").Normalize());
        }
    }

    [Fact]
    public void Who_becomes_a_contact_is_taken_out_from_then_on()
    {
        IReadOnlyList<Contact> contacts = [];
        var redaction = new Redaction(() => contacts);
        Assert.Equal("Cao Mỹ Lệ", redaction.Of("Cao Mỹ Lệ"));
        contacts = [Named("Cao Mỹ Lệ")];
        Assert.Equal("[name]", redaction.Of("Cao Mỹ Lệ"));
    }

    [Fact]
    public async Task Nothing_of_a_person_is_sent_or_logged_and_nothing_at_all_is_logged_unless_asked_for()
    {
        const string Said = "Bà Trần Thị Bích (bich@cantho.gov.vn, 0912345678) và cao my le hỏi về kế hoạch 35/KH-SYT";
        await using var model = await ScriptedModel.StartAsync(ModelReply.Of("bà Trần Thị Bích, Cao Mỹ Lệ"));
        foreach (var logged in new[] { false, true })
        {
            using var logs = new KeptLogs();
            var gate = ScriptedGate.To(model, new FakeTimeProvider(), o => o.LogContent = logged, logs, contacts: Named("Cao Mỹ Lệ"));
            await gate.For("00000000-0000-0000-0000-000000000001")!.GetResponseAsync(Said);
            Assert.Equal(logged, logs.Text.Contains("35/KH-SYT", StringComparison.Ordinal));
            Assert.DoesNotContain("Bích", logs.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Lệ", logs.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("my le", logs.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("bich@", logs.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("0912345678", logs.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(ScriptedModel.Key, logs.Text, StringComparison.Ordinal);
        }

        Assert.All(
            model.Requests,
            request =>
            {
                Assert.Equal("Bà [name] ([email], [phone]) và [name] hỏi về kế hoạch 35/KH-SYT", request.User);
                Assert.DoesNotContain("00000000-0000", request.Body.ToJsonString(), StringComparison.Ordinal);
            }
        );
    }

    private static string Of(string text, params string[] contacts)
    {
        Contact[] known = [.. contacts.Select(Named)];
        return new Redaction(() => known).Of(text);
    }

    private static Contact Named(string name) => new("upn", "", name, Role.Official, null, Language.Vietnamese);

    private sealed class KeptLogs : ILoggerFactory, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = [];

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
