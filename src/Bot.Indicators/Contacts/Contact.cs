namespace Bot.Indicators.Contacts;

/// <summary>A person whom the city has told the bot about. Anybody else of the tenant is a guest, who reads approved figures.</summary>
/// <param name="Upn">The user principal name.</param>
/// <param name="AadObjectId">The Entra object id, the only stable key of a person; empty where not known yet.</param>
/// <param name="Name">The name as the city writes it.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Unit">The unit; null for admins without one.</param>
/// <param name="Language">The language of notices.</param>
public sealed record Contact(string Upn, string AadObjectId, string Name, Role Role, OrgUnitCode? Unit, Language Language);
