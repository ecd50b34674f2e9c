using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Store.Notices;

namespace Bot.Reminders.Planning;

/// <summary>Who can be told, and what each of them wishes.</summary>
internal sealed class Addressees
{
    private const string NoContact = "noContact";
    private const string Person = "contact:";

    private readonly ILookup<OrgUnitCode, string> _officials;
    private readonly IReadOnlyList<string> _inspectors;
    private readonly IReadOnlyList<string> _channels;
    private readonly IReadOnlyDictionary<string, NoticePreference> _wishes;

    public Addressees(IReadOnlyList<Contact> contacts, IReadOnlyList<string> channels, IReadOnlyDictionary<string, NoticePreference> wishes)
    {
        _officials = contacts.Where(c => c is { Role: Role.Official, Unit: not null }).ToLookup(c => c.Unit!, c => RecipientOf(c.Upn));
        _inspectors = With(contacts, Role.Inspector);
        Admins = With(contacts, Role.Admin);
        (_channels, _wishes) = (channels, wishes);
    }

    /// <summary>The administrators.</summary>
    public IReadOnlyList<string> Admins { get; }

    /// <summary>The inspection team: its members and its channels.</summary>
    public IEnumerable<string> InspectionTeam => [.. _inspectors, .. _channels];

    /// <summary>The recipient's name in the accounting.</summary>
    public static string RecipientOf(string upn) => Person + upn;

    /// <summary>Whether the recipient is one person, and no channel.</summary>
    public static bool IsPerson(string recipient) => recipient.StartsWith(Person, StringComparison.Ordinal);

    /// <summary>The person of such a name; that of a channel is no person's.</summary>
    public static string UpnOf(string recipient) => recipient[(recipient.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Whom a step tells, and in which wording; nobody twice.</summary>
    public IEnumerable<(string Recipient, string Wording)> Of(DueStep due)
    {
        var step = due.Fell.Step;
        // What waits for an inspector is no longer in the unit's hands.
        if (due.Case.Marked is not null)
        {
            return _inspectors.Select(inspector => (inspector, step.Wording));
        }

        // Heads are not in the contact book: the officials' card asks them to put it before the head.
        var officials = _officials[due.Case.Key.Unit];
        var tellsUnit = step.Audiences.Any(a => a is Audience.Unit or Audience.UnitHead);
        if (tellsUnit && !officials.Any())
        {
            return InspectionTeamOf(step, always: true).Select(recipient => (recipient, NoContact));
        }

        return (tellsUnit ? officials : []).Concat(InspectionTeamOf(step, always: false)).Distinct().Select(to => (to, step.Wording));
    }

    /// <summary>Why the recipient is not written to on that day; null where nothing is against it.</summary>
    public string? Refuses(string recipient, DateOnly day) => _wishes.GetValueOrDefault(UpnOf(recipient))?.Refuses(day);

    private IEnumerable<string> InspectionTeamOf(LadderStep step, bool always) =>
        [
            .. always || step.Audiences.Contains(Audience.Inspectors) ? _inspectors : [],
            .. step.Audiences.Contains(Audience.InspectionChannel) ? _channels : [],
        ];

    private static IReadOnlyList<string> With(IReadOnlyList<Contact> contacts, Role role) =>
        [.. contacts.Where(c => c.Role == role).Select(c => RecipientOf(c.Upn)).Distinct()];
}
