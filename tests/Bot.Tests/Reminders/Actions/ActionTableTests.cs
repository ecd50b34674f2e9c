using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Reminders.Actions;

namespace Bot.Tests.Reminders.Actions;

/// <summary>Each verb by each role in each state: what is done, asked, refused, or answered with the present card.</summary>
public sealed class ActionTableTests
{
    private static readonly string[] Who = ["official", "foreign", "inspector", "admin", "guest"];

    private static readonly Dictionary<ObligationAction, string> Inputs = new()
    {
        [ObligationAction.MarkIssued] = "documentNumber=36/KH-SYT&issuedOn=2023-04-01&link=https://example.org/a",
        [ObligationAction.Return] = "reason=thiếu chữ ký",
        [ObligationAction.Snooze] = "until=2023-04-05",
        [ObligationAction.RequestExtension] = "until=2023-04-28&reason=chờ ý kiến",
        [ObligationAction.GrantExtension] = "until=2023-04-28",
        [ObligationAction.RefuseExtension] = "reason=đã quá hạn lâu",
    };

    public static TheoryData<string> States => ["open", "marked", "returned", "asked", "done"];

    [Theory, MemberData(nameof(States))]
    public async Task A_click_does_what_state_and_rights_allow_and_nothing_else(string state)
    {
        foreach (var action in Enum.GetValues<ObligationAction>())
        {
            foreach (var who in Who)
            {
                await using var store = await ClickStore.CreateAsync();
                await store.BringToAsync(state);
                var before = await store.NowAsync();

                var answer = await store.ClickAsync(who, action, Inputs.GetValueOrDefault(action, ""));

                var after = await store.NowAsync();
                var expected = Expected(action, who, state);
                Assert.True(expected == answer.End, $"{action} by {who} in {state}: {answer.End}, not {expected}");
                var changes = expected == ClickEnd.Done && action != ObligationAction.Why;
                Assert.True(before.Version + (changes ? 1 : 0) == after.Version, $"{action} by {who} in {state}: version {after.Version}");
            }
        }
    }

    [Theory, MemberData(nameof(States))]
    public async Task A_click_on_an_outdated_card_changes_nothing_and_shows_the_present_one(string state)
    {
        foreach (var action in Enum.GetValues<ObligationAction>().Where(a => a != ObligationAction.Why))
        {
            await using var store = await ClickStore.CreateAsync();
            await store.BringToAsync(state);
            var before = await store.NowAsync();

            foreach (var version in new[] { before.Version - 1, before.Version + 1 })
            {
                var answer = await store.ClickAsync("inspector", action, Inputs.GetValueOrDefault(action, ""), version);

                Assert.Equal(
                    !Rights.May(store.People["inspector"], action, ClickStore.Plan.Unit) ? ClickEnd.Denied
                        : version > before.Version ? ClickEnd.OfNoCard
                        : ClickEnd.Outdated,
                    answer.End
                );
                Assert.Equal(before.Version, (await store.NowAsync()).Version);
            }
        }
    }

    // The seed's plan was due on 28 February: past its deadline nothing can be put off.
    private static ClickEnd Expected(ObligationAction action, string who, string state)
    {
        var own = who == "official";
        var inspector = who == "inspector";
        var may = action switch
        {
            ObligationAction.Acknowledge or ObligationAction.MarkIssued => own || inspector,
            ObligationAction.Snooze or ObligationAction.RequestExtension => own,
            ObligationAction.Why => true,
            _ => inspector,
        };
        var isOpen = (action, state) switch
        {
            (ObligationAction.Why, _) => true,
            (_, "done") => false,
            (ObligationAction.MarkIssued, _) => true,
            (ObligationAction.Confirm or ObligationAction.Return, _) => state == "marked",
            (ObligationAction.GrantExtension or ObligationAction.RefuseExtension, _) => state == "asked",
            (_, "marked") => false,
            (ObligationAction.RequestExtension, _) => state != "asked",
            (ObligationAction.Acknowledge, _) => true,
            _ => false,
        };
        return !may ? ClickEnd.Denied
            : isOpen ? ClickEnd.Done
            : ClickEnd.Outdated;
    }
}
