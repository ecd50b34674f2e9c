using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Wire.Tests.Reminders;

/// <summary>
/// A city of many units, each with one official who never wrote to the bot, and two plans a year that are due on the test's day: what is
/// imported, and which reminder a call of the bot is.
/// </summary>
internal static partial class OwingCity
{
    public const int Units = 1_000;
    public const string PlanA = "plan-a";
    public const string PlanB = "plan-b";

    /// <summary>The number under which plans are issued.</summary>
    public const string IssuedNumber = "1/KH";

    /// <summary>At any hour, so that the test may run at any.</summary>
    public const string Policy = """
        {
          "sendFrom": "00:00", "sendUntil": "23:59", "cardsPerDay": 3, "digestOn": "monday", "reporting": [],
          "ladders": [
            {
              "code": "due", "types": [],
              "steps": [ { "code": "on-the-day", "offset": 0, "audiences": ["unit"], "wording": "dueToday" } ]
            }
          ]
        }
        """;

    public static (string, string)[] Tables =>
        [
            Table(
                "org-units",
                "code,kind,name_vi,name_en,aliases,parent,valid_from,valid_to,successor",
                n => $"U{n},department,Đơn vị {n},Unit {n},,,,,"
            ),
            Table("contacts", "upn,aad_object_id,name,role,org_unit,language", n => $"{Upn(n)},{Person(n)},Đầu mối {n},official,U{n},vi"),
            (
                "obligation-types.csv",
                """
                code,name_vi,name_en,aliases,owed_by,frequency,deadline,legal_basis
                plan-a,Kế hoạch A,Plan A,,kind:department,year,,
                plan-b,Kế hoạch B,Plan B,,kind:department,year,,
                """
            ),
        ];

    /// <summary>That the plan is owed by those units, or was issued by them.</summary>
    public static (string, string) Owed(string plan, string status = "", int first = 1) =>
        Table(
            "obligations",
            "org_unit,type,period,deadline,status,document_number,issued_on,source,note",
            n => $"U{n},{plan},2023,2023-04-03,{status},{(status == "issued" ? $"{IssuedNumber},2023-04-03" : ",")},,",
            first
        );

    public static string Name(int unit, string plan) => string.Create(CultureInfo.InvariantCulture, $"U{unit}|{plan}");

    /// <summary>The reminder of a message in the store.</summary>
    public static string NameIn(string payload) => Obligation().Match(payload).Groups[1].Value;

    /// <summary>The calls that carried a reminder, with its name, in the order of their arrival.</summary>
    public static List<(string Name, ConnectorCall Call)> Carried(LocalChannel channel)
    {
        var calls = channel.Calls;
        // The connector names a conversation as it likes: whose it is was said when it was created.
        var units = calls
            .Where(static call => call.Kind == "create")
            .ToDictionary(
                static call => JsonDocument.Parse(call.Answer).RootElement.GetProperty("id").GetString()!,
                static call => Unit(Guid.Parse(call.Body.GetProperty("members")[0].GetProperty("id").GetString()!))
            );
        return [.. calls.Where(static call => call.Kind == "send").Select(call => (NameOf(units[call.ConversationId!], call), call))];
    }

    // The card says the plan and the unit of the very person that it came to.
    private static string NameOf(int unit, ConnectorCall call)
    {
        var said = Plan().Match(call.Body.GetProperty("summary").GetString()!);
        Assert.Equal(unit, int.Parse(said.Groups[2].Value, CultureInfo.InvariantCulture));
        return Name(unit, said.Groups[1].Value == "A" ? PlanA : PlanB);
    }

    private static (string, string) Table(string name, string columns, Func<int, string> row, int first = 1) =>
        ($"{name}.csv", string.Join('\n', Enumerable.Range(first, Units - first + 1).Select(row).Prepend(columns)));

    private static string Upn(int unit) => string.Create(CultureInfo.InvariantCulture, $"u{unit}@example.org");

    private static Guid Person(int unit) => new(unit, 0, 0, new byte[8]);

    private static int Unit(Guid person) => BitConverter.ToInt32(person.ToByteArray());

    [GeneratedRegex(@"""obligation"":""(U\d+\|plan-[ab])")]
    private static partial Regex Obligation();

    [GeneratedRegex(@"Kế hoạch (A|B) năm 2023 của Đơn vị (\d+)\b")]
    private static partial Regex Plan();
}
