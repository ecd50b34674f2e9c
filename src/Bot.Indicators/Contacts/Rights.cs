using System.Collections.Frozen;
using Bot.Indicators.Obligations;

namespace Bot.Indicators.Contacts;

/// <summary>Who may do what: the whole table. The server decides by the authenticated sender, never by what a card says.</summary>
public static class Rights
{
    private static readonly FrozenDictionary<ObligationAction, Who> OnObligations = new Dictionary<ObligationAction, Who>
    {
        [ObligationAction.Acknowledge] = Who.OwnUnit | Who.Inspector,
        [ObligationAction.MarkIssued] = Who.OwnUnit | Who.Inspector,
        [ObligationAction.Confirm] = Who.Inspector,
        [ObligationAction.Return] = Who.Inspector,
        [ObligationAction.Snooze] = Who.OwnUnit,
        [ObligationAction.RequestExtension] = Who.OwnUnit,
        [ObligationAction.GrantExtension] = Who.Inspector,
        [ObligationAction.RefuseExtension] = Who.Inspector,
        [ObligationAction.Why] = Who.Anyone,
    }.ToFrozenDictionary();

    /// <summary>Whether a person (null: a guest) may do that about an obligation of a unit.</summary>
    public static bool May(Contact? person, ObligationAction action, OrgUnitCode unit) => (OnObligations[action] & Of(person, unit)) != 0;

    /// <summary>Whether a person (null: a guest) may have others reminded.</summary>
    public static bool MayRemindOthers(Contact? person) => person is { Role: Role.Inspector or Role.Admin };

    /// <summary>Whether a person (null: a guest) may propose facts from documents and decide on them.</summary>
    public static bool MayDecideFacts(Contact? person) => person is { Role: Role.Inspector };

    /// <summary>Whether a person (null: a guest) may have the inspection team's notices posted to a channel.</summary>
    public static bool MayChooseChannel(Contact? person) => person is { Role: Role.Inspector or Role.Admin };

    /// <summary>Whether a person (null: a guest) may see what became of notices, and the digest of all units.</summary>
    public static bool MaySeeDeliveries(Contact? person) => person is { Role: Role.Inspector or Role.Admin };

    /// <summary>Whether a person (null: a guest) may see what was not understood, and give units and indicators other names.</summary>
    public static bool MayTeachNames(Contact? person) => person is { Role: Role.Admin };

    /// <summary>Whether a person (null: a guest) may see and change whom the bot knows, and as what.</summary>
    public static bool MayManageContacts(Contact? person) => person is { Role: Role.Admin };

    /// <summary>Whether a person (null: a guest) may see proposed figures of a unit: inspectors and admins all, officials their own unit's.</summary>
    public static bool MayReadProposed(Contact? person, OrgUnitCode unit) =>
        (Of(person, unit) & (Who.OwnUnit | Who.Inspector | Who.Admin)) != 0;

    private static Who Of(Contact? person, OrgUnitCode unit) =>
        person switch
        {
            { Role: Role.Inspector } => Who.Inspector,
            { Role: Role.Admin } => Who.Admin,
            { Role: Role.Official } when person.Unit == unit => Who.OwnUnit,
            _ => Who.Other,
        };

    [Flags]
    private enum Who
    {
        OwnUnit = 1,
        Inspector = 2,
        Admin = 4,
        Other = 8,
        Anyone = OwnUnit | Inspector | Admin | Other,
    }
}
