namespace Bot.Indicators.Contacts;

/// <summary>A contact as an admin types it, not checked yet.</summary>
/// <param name="Upn">The user principal name.</param>
/// <param name="ObjectId">The Entra object id; empty where not known.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The role's word.</param>
/// <param name="Unit">The unit's name or code; empty where there is none.</param>
/// <param name="Language">The language's code.</param>
public sealed record ContactForm(string Upn, string ObjectId, string Name, string Role, string Unit, string Language)
{
    /// <summary>Nothing typed yet.</summary>
    public static ContactForm Empty { get; } = new("", "", "", "official", "", "vi");

    /// <summary>A mark of the contact as it was when the form was drawn; empty for a new one.</summary>
    public string Seen { get; init; } = "";

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public ContactFault? Fault { get; init; }
}

/// <summary>Why a contact is not taken.</summary>
public enum ContactFault
{
    /// <summary>No account name, or none with an @.</summary>
    Upn,

    /// <summary>The object id is none.</summary>
    ObjectId,

    /// <summary>Another contact has that object id.</summary>
    ObjectIdTaken,

    /// <summary>There is a contact with that account already.</summary>
    Known,

    /// <summary>An official belongs to a unit.</summary>
    UnitMissing,

    /// <summary>No unit, or several, are called so.</summary>
    UnitUnknown,

    /// <summary>Nobody takes the own right to manage contacts away: somebody must have it.</summary>
    OwnRole,

    /// <summary>Somebody changed it meanwhile.</summary>
    Changed,
}
