using System.Text.Json.Nodes;
using Bot.Wire.Tests.Reminders;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Teams;

/// <summary>An admin manages contacts by card; what was changed holds for the next click, and stands in the audit log.</summary>
public sealed class ContactTests : IAsyncLifetime
{
    private const string New = "00000000-0000-0000-0000-0000000000ff";

    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await StartAsync(("Contacts__FirstAdmin", Guest));

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Theory, InlineData(By.Execute), InlineData(By.Submit)]
    public async Task A_person_is_added_changed_and_taken_out(By by)
    {
        var list = await _teams.SayAsync(Admin, "a:admin", "danh bạ");
        Assert.Contains("official.syt@example.org", Text(list), StringComparison.Ordinal);
        var form = await _teams.ClickAsync(by, Admin, "a:admin", Action(list, "contact/open").WithoutContact());
        var save = Action(form, "contact/save");

        (string, string)[] typed =
        [
            ("contact", "an@example.org"),
            ("name", "Nguyễn Văn An"),
            ("role", "inspector"),
            ("unit", ""),
            ("objectId", New),
            ("language", "vi"),
        ];
        Assert.Contains("Đã lưu", await _teams.ClickAsync(by, Admin, "a:admin", save, typed), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Thao tác này dành cho",
            Text(await _teams.SayAsync(New, "a:an", "tin chưa gửi được")),
            StringComparison.Ordinal
        );
        Assert.Contains("đã có tài khoản", await _teams.ClickAsync(by, Admin, "a:admin", save, typed), StringComparison.Ordinal);

        var open = Action(await _teams.SayAsync(Admin, "a:admin", "danh bạ"), "contact/open");
        open.Contact("an@example.org");
        var old = Action(await _teams.ClickAsync(by, Admin, "a:admin", open), "contact/save");
        var changed = await _teams.ClickAsync(by, Admin, "a:admin", old, ("role", "official"), ("unit", "sở y tế"), ("objectId", New));
        Assert.Contains("Đã lưu", changed, StringComparison.Ordinal);
        Assert.Contains("Thao tác này dành cho", Text(await _teams.SayAsync(New, "a:an", "tin chưa gửi được")), StringComparison.Ordinal);
        // A form that was drawn before it changed changes nothing.
        var late = await _teams.ClickAsync(by, Admin, "a:admin", old, ("role", "admin"), ("objectId", New));
        Assert.Contains("Người khác vừa sửa", late, StringComparison.Ordinal);

        var remove = Action(await _teams.ClickAsync(by, Admin, "a:admin", open), "contact/remove");
        Assert.Contains("Đã xóa", await _teams.ClickAsync(by, Admin, "a:admin", remove), StringComparison.Ordinal);
        Assert.DoesNotContain("an@example.org", Text(await _teams.SayAsync(Admin, "a:admin", "danh bạ")), StringComparison.Ordinal);

        var audit = await _teams.RunAsync("export", "audit");
        Assert.Equal(2, Count(audit, "admin@example.org,contact/save,contacts,an@example.org,"));
        Assert.Equal(1, Count(audit, "admin@example.org,contact/remove,contacts,an@example.org,"));
        await _teams.RunAsync("verify");
    }

    [Theory]
    [InlineData("contact", "no account", "Nhập tài khoản")]
    [InlineData("objectId", "12", "Mã đối tượng Entra có dạng")]
    [InlineData("objectId", Inspector, "Người khác trong danh bạ")]
    [InlineData("unit", "Sở Không Có", "không khớp đơn vị nào")]
    [InlineData("unit", "", "cần có đơn vị")]
    [InlineData("contact", "INSPECTOR@example.org", "đã có tài khoản")]
    public async Task What_cannot_be_says_what_to_do_and_keeps_what_was_typed(string field, string value, string fault)
    {
        var form = await _teams.ClickAsync(
            By.Execute,
            Admin,
            "a:admin",
            Action(await _teams.SayAsync(Admin, "a:admin", "danh bạ"), "contact/open").WithoutContact()
        );
        Dictionary<string, string> typed = new()
        {
            ["contact"] = "an@example.org",
            ["name"] = "Nguyễn Văn An",
            ["role"] = "official",
            ["unit"] = "SYT",
            ["objectId"] = "",
            ["language"] = "vi",
            [field] = value,
        };

        var said = await _teams.ClickAsync(
            By.Execute,
            Admin,
            "a:admin",
            Action(form, "contact/save"),
            [.. typed.Select(t => (t.Key, t.Value))]
        );

        Assert.Contains(fault, said, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn An", said, StringComparison.Ordinal);
        Assert.DoesNotContain("contact/save,contacts", await _teams.RunAsync("export", "audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_cannot_lock_everybody_out()
    {
        var open = Action(await _teams.SayAsync(Admin, "a:admin", "danh bạ"), "contact/open");
        open.Contact("admin@example.org");
        var form = await _teams.ClickAsync(By.Execute, Admin, "a:admin", open);

        var demoted = await _teams.ClickAsync(
            By.Execute,
            Admin,
            "a:admin",
            Action(form, "contact/save"),
            ("role", "official"),
            ("unit", "SYT"),
            ("objectId", Admin)
        );
        var removed = await _teams.ClickAsync(By.Execute, Admin, "a:admin", Action(form, "contact/remove"));

        Assert.Contains("không tự bỏ quyền quản trị", demoted, StringComparison.Ordinal);
        Assert.Contains("không tự bỏ quyền quản trị", removed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_admin_comes_from_the_configuration_until_a_contact_has_the_id()
    {
        Assert.Contains("official.syt@example.org", Text(await _teams.SayAsync(Guest, "a:first", "danh bạ")), StringComparison.Ordinal);

        var csv = Path.Combine(Path.GetDirectoryName(_teams.StoreFile)!, "contacts.csv");
        await File.WriteAllTextAsync(
            csv,
            $"upn,aad_object_id,name,role,org_unit,language\nfirst@example.org,{Guest},Người đầu tiên,official,SYT,vi\n"
        );
        await _teams.RunAsync("import", csv);

        Assert.Contains("Thao tác này dành cho", Text(await _teams.SayAsync(Guest, "a:first", "danh bạ")), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}

/// <summary>Whom a button opens.</summary>
internal static class ContactButtons
{
    public static JsonObject WithoutContact(this JsonObject action)
    {
        action["data"]!.AsObject().Remove("contact");
        action["fallback"]!["data"]!.AsObject().Remove("contact");
        return action;
    }

    public static void Contact(this JsonObject action, string upn) =>
        (action["data"]!["contact"], action["fallback"]!["data"]!["contact"]) = (upn, upn);
}
