using System.IO.Compression;
using System.Security;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>An inspector drops a report on the chat page and approves what was found; from then on everybody can ask for it.</summary>
public sealed class ChatUploadTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    [SkippableTheory]
    [InlineData(".txt", "Sở Tư pháp", "91,5%")]
    [InlineData(".docx", "Sở Xây dựng", "92,5%")]
    [InlineData(".pdf", "Sở Ngoại vụ", "93,5%")]
    public async Task A_report_that_an_inspector_drops_answers_questions_once_approved(string extension, string unit, string figure)
    {
        await using var visit = await browser.OpenAsync();
        await visit.Page.GetByLabel("Đoàn kiểm tra").CheckAsync();
        await Expect(visit.Page.Locator("#role")).ToHaveTextAsync("Vai trò: Đoàn kiểm tra");
        await Expect(visit.Cards).ToHaveCountAsync(1);

        var report = await FileAsync(
            visit,
            extension,
            $"Ngày 28/03/2023, Đoàn kiểm tra làm việc tại {unit}. Tỷ lệ văn bản đi gửi liên thông của {unit} đạt {figure}."
        );
        var review = await visit.AnswerToAsync(() => DropAsync(visit, "bao-cao" + extension, report));
        await visit.PictureAsync($"upload{extension}-review");
        Assert.Contains(figure, review, StringComparison.Ordinal);
        Assert.Contains("Chưa đề xuất nào được dùng", review, StringComparison.Ordinal);

        await visit.Cards.Last.GetByRole(AriaRole.Button, new() { Name = "khớp nguyên văn" }).ClickAsync();
        await Expect(visit.Cards.Last).ToContainTextAsync("đã duyệt");
        await visit.PictureAsync($"upload{extension}-approved");

        Assert.Contains(
            figure,
            await visit.AskAsync($"Tỷ lệ văn bản đi gửi liên thông của {unit} là bao nhiêu?"),
            StringComparison.Ordinal
        );
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task A_file_chosen_by_its_button_is_sent_with_the_message()
    {
        await using var visit = await browser.OpenAsync();
        await visit.Page.GetByLabel("Đoàn kiểm tra").CheckAsync();
        await Expect(visit.Page.Locator("#role")).ToHaveTextAsync("Vai trò: Đoàn kiểm tra");
        await Expect(visit.Cards).ToHaveCountAsync(1);

        await visit
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "bao-cao.md",
                    MimeType = "text/markdown",
                    Buffer = Encoding.UTF8.GetBytes(
                        "Ngày 28/03/2023, Đoàn kiểm tra làm việc tại Sở Tài chính. Tỷ lệ văn bản đi gửi liên thông của Sở Tài chính đạt 94,5%."
                    ),
                }
            );
        var review = await visit.AnswerToAsync(() => visit.SendBox.PressAsync("Enter"));

        Assert.Contains("94,5%", review, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [SkippableFact]
    public async Task A_file_that_cannot_be_read_is_answered_with_what_to_do()
    {
        await using var visit = await browser.OpenAsync();
        await visit.Page.GetByLabel("Đoàn kiểm tra").CheckAsync();
        await Expect(visit.Page.Locator("#role")).ToHaveTextAsync("Vai trò: Đoàn kiểm tra");
        await Expect(visit.Cards).ToHaveCountAsync(1);

        await DropAsync(visit, "bao-cao.docx", "PK"u8.ToArray());

        await Expect(visit.Page.Locator(".webchat__text-content").Last).ToContainTextAsync("Chưa đọc được tệp");
        Assert.Empty(visit.Complaints);
    }

    private static async Task DropAsync(ChatVisit visit, string name, byte[] content)
    {
        var dropped = await visit.Page.EvaluateHandleAsync(
            """
            ([name, base64]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name));
              return transfer;
            }
            """,
            new[] { name, Convert.ToBase64String(content) }
        );
        await visit.Page.DispatchEventAsync("#chat", "drop", new { dataTransfer = dropped });
    }

    private static async Task<byte[]> FileAsync(ChatVisit visit, string extension, string text)
    {
        switch (extension)
        {
            case ".docx":
                return Word(text);
            case ".pdf":
                // The browser prints it.
                var page = await visit.Page.Context.NewPageAsync();
                await page.SetContentAsync($"<p style='font:16px sans-serif'>{text}</p>");
                var printed = await page.PdfAsync();
                await page.CloseAsync();
                return printed;
            default:
                return Encoding.UTF8.GetBytes(text);
        }
    }

    private static byte[] Word(string text)
    {
        const string open = "http://schemas.openxmlformats.org/";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                "[Content_Types].xml",
                $"<Types xmlns='{open}package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"
            );
            Add(
                "_rels/.rels",
                $"<Relationships xmlns='{open}package/2006/relationships'><Relationship Id='r1' Type='{open}officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"
            );
            Add(
                "word/document.xml",
                $"<w:document xmlns:w='{open}wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>{SecurityElement.Escape(text)}</w:t></w:r></w:p></w:body></w:document>"
            );

            void Add(string name, string content)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
