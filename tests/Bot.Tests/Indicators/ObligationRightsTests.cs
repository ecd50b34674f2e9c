using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;

namespace Bot.Tests.Indicators;

/// <summary>The table of rights, row by row: own official, foreign official, inspector, admin, guest.</summary>
public sealed class ObligationRightsTests
{
    private static readonly OrgUnitCode Unit = new("SYT");

    private static readonly Contact?[] People =
    [
        Person(Role.Official, Unit),
        Person(Role.Official, new("SGTVT")),
        Person(Role.Inspector, null),
        Person(Role.Admin, null),
        null,
    ];

    [Theory]
    [InlineData(ObligationAction.Acknowledge, "x.x..")]
    [InlineData(ObligationAction.MarkIssued, "x.x..")]
    [InlineData(ObligationAction.Confirm, "..x..")]
    [InlineData(ObligationAction.Return, "..x..")]
    [InlineData(ObligationAction.Snooze, "x....")]
    [InlineData(ObligationAction.RequestExtension, "x....")]
    [InlineData(ObligationAction.GrantExtension, "..x..")]
    [InlineData(ObligationAction.RefuseExtension, "..x..")]
    [InlineData(ObligationAction.Why, "xxxxx")]
    public void Who_may_do_what_about_an_obligation(ObligationAction action, string expected) =>
        Assert.Equal(expected, Row(person => Rights.May(person, action, Unit)));

    [Fact]
    public void Others_are_reminded_and_deliveries_seen_by_the_inspection_team_and_the_admin()
    {
        Assert.Equal("..xx.", Row(Rights.MayRemindOthers));
        Assert.Equal("..xx.", Row(Rights.MaySeeDeliveries));
        Assert.Equal("..xx.", Row(Rights.MayChooseChannel));
        Assert.Equal("..x..", Row(Rights.MayDecideFacts));
        Assert.Equal("...x.", Row(Rights.MayTeachNames));
        Assert.Equal("x.xx.", Row(person => Rights.MayReadProposed(person, Unit)));
    }

    [Fact]
    public void An_inspector_of_the_unit_itself_is_no_official_of_it() =>
        Assert.False(Rights.May(Person(Role.Inspector, Unit), ObligationAction.Snooze, Unit));

    [Fact]
    public void Every_action_has_a_row() => Assert.All(Enum.GetValues<ObligationAction>(), action => Rights.May(null, action, Unit));

    private static string Row(Func<Contact?, bool> may) => string.Concat(People.Select(person => may(person) ? 'x' : '.'));

    private static Contact Person(Role role, OrgUnitCode? unit) => new($"{role}@example.org", "", "", role, unit, Language.Vietnamese);
}
