namespace Bot.Indicators.Contacts;

/// <summary>Who may do what: the whole table. The server decides by the authenticated sender, never by what a card says.</summary>
public static class Rights
{
    /// <summary>Whether a person (null: a guest) may see proposed figures of a unit: inspectors and admins all, officials their own unit's.</summary>
    public static bool MayReadProposed(Contact? person, OrgUnitCode unit) =>
        person switch
        {
            { Role: Role.Inspector or Role.Admin } => true,
            { Role: Role.Official } => person.Unit == unit,
            _ => false,
        };
}
