namespace Bot.Cards.People;

/// <summary>The verbs and fields of the cards with which an admin manages contacts.</summary>
public static class ContactVerbs
{
    /// <summary>Shows a page of the contacts.</summary>
    public const string List = "contact/list";

    /// <summary>Opens the form of a contact, or of a new one.</summary>
    public const string Open = "contact/open";

    /// <summary>Takes what was typed.</summary>
    public const string Save = "contact/save";

    /// <summary>Takes a contact out.</summary>
    public const string Remove = "contact/remove";

    /// <summary>The contact's user principal name.</summary>
    public const string Contact = "contact";

    /// <summary>The Entra object id.</summary>
    public const string ObjectId = "objectId";

    /// <summary>The person's name.</summary>
    public const string Name = "name";

    /// <summary>The role.</summary>
    public const string Role = "role";

    /// <summary>The unit's name or code.</summary>
    public const string Unit = "unit";

    /// <summary>The language of notices.</summary>
    public const string Language = "language";

    /// <summary>A mark of the contact as the card shows it.</summary>
    public const string Seen = "seen";

    /// <summary>Words of the contacts that are looked for.</summary>
    public const string Find = "find";

    /// <summary>The page of the list, from 1.</summary>
    public const string Page = "page";
}
