namespace Bot.Indicators.Contacts;

/// <summary>What a contact is.</summary>
public enum Role
{
    /// <summary>An official of one unit.</summary>
    Official,

    /// <summary>A member of the inspection team.</summary>
    Inspector,

    /// <summary>Who runs the bot for the city.</summary>
    Admin,
}
