using System.Globalization;
using Bot.Cards.Notices;
using Bot.Indicators.Obligations;

namespace Bot.Reminders.Actions;

/// <summary>Reads what was typed into a form. Unusual numbers are stored as written; what cannot be right is refused with what to do.</summary>
internal sealed class FormCheck(ObligationAction action, IReadOnlyDictionary<string, string> inputs, ObligationCase about, DateOnly today)
{
    private const int MostNumber = 60;
    private const int MostReason = 500;
    private const int MostLink = 2000;
    private const int MostSnoozeDays = 30;
    private const int MostExtensionDays = 366;
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy"];

    private readonly List<FieldError> _errors = [];

    /// <summary>Whether the action needs something to be typed.</summary>
    public static bool IsNeeded(ObligationAction action) =>
        action is not (ObligationAction.Acknowledge or ObligationAction.Confirm or ObligationAction.Why);

    /// <summary>Whether a form was filled in at all: its fields came along, be they empty.</summary>
    public bool IsFilled =>
        action switch
        {
            ObligationAction.MarkIssued => Has("documentNumber") || Has("issuedOn"),
            ObligationAction.Return or ObligationAction.RefuseExtension => Has("reason"),
            _ => Has("until"),
        };

    /// <summary>What happened, by that person at that moment; null where something is wrong, and then the form says what.</summary>
    public ObligationEvent? Read(string by, DateTimeOffset at, out FormState form)
    {
        var happened = new ObligationEvent
        {
            Step = Step(),
            By = by,
            At = at,
        };
        happened = action switch
        {
            ObligationAction.MarkIssued => happened with { DocumentNumber = Number(), IssuedOn = IssuedOn(), Link = Link() },
            ObligationAction.Snooze => happened with { Until = Until(today.AddDays(MostSnoozeDays)) },
            ObligationAction.RequestExtension => happened with { Until = Extension(), Reason = Reason(isRequired: true) },
            ObligationAction.GrantExtension => happened with { Until = Extension(), Reason = Reason(isRequired: false) },
            ObligationAction.Return or ObligationAction.RefuseExtension => happened with { Reason = Reason(isRequired: true) },
            _ => happened,
        };
        form = new(inputs, [.. _errors]);
        return _errors.Count == 0 ? happened : null;
    }

    private ObligationStep Step() =>
        action switch
        {
            ObligationAction.Acknowledge => ObligationStep.Acknowledged,
            ObligationAction.MarkIssued => ObligationStep.Marked,
            ObligationAction.Confirm => ObligationStep.Confirmed,
            ObligationAction.Return => ObligationStep.Returned,
            ObligationAction.Snooze => ObligationStep.Snoozed,
            ObligationAction.RequestExtension => ObligationStep.ExtensionRequested,
            ObligationAction.GrantExtension => ObligationStep.ExtensionGranted,
            ObligationAction.RefuseExtension => ObligationStep.ExtensionRefused,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "changes nothing"),
        };

    private string? Number()
    {
        var number = Typed("documentNumber");
        if (number.Length == 0)
        {
            return Wrong<string>("documentNumber", FieldFault.NumberMissing);
        }

        var isAbsurd =
            number.Length > MostNumber || !number.Any(char.IsAsciiDigit) || number.Any(c => char.IsControl(c) || c is '<' or '>');
        return isAbsurd ? Wrong<string>("documentNumber", FieldFault.NumberAbsurd) : number;
    }

    private DateOnly? IssuedOn()
    {
        // A plan may be issued in the year before, never long before.
        var earliest = about.Key.Period.First.AddYears(-1);
        return Day("issuedOn") switch
        {
            null => Wrong("issuedOn", FieldFault.IssuedMissing),
            { } day when day > today => Wrong("issuedOn", FieldFault.IssuedInFuture, today),
            { } day when day < earliest => Wrong("issuedOn", FieldFault.IssuedTooEarly, earliest),
            var day => day,
        };
    }

    private Uri? Link()
    {
        var link = Typed("link");
        return link.Length == 0 ? null
            : link.Length <= MostLink && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
            : Wrong<Uri>("link", FieldFault.LinkWrong);
    }

    private DateOnly? Until(DateOnly latest)
    {
        // Never past the legal deadline.
        var last = about.Obligation.Deadline is { } deadline && deadline < latest ? deadline : latest;
        return Day("until") switch
        {
            null => Wrong("until", FieldFault.UntilMissing),
            { } day when day <= today => Wrong("until", FieldFault.UntilPast, today),
            { } day when day > last => Wrong("until", FieldFault.UntilTooLate, last),
            var day => day,
        };
    }

    private DateOnly? Extension()
    {
        var last = today.AddDays(MostExtensionDays);
        return Day("until") switch
        {
            null => Wrong("until", FieldFault.UntilMissing),
            { } day when day <= today => Wrong("until", FieldFault.UntilPast, today),
            { } day when day <= about.Obligation.Deadline => Wrong("until", FieldFault.UntilNoExtension, about.Obligation.Deadline),
            { } day when day > last => Wrong("until", FieldFault.UntilTooLate, last),
            var day => day,
        };
    }

    private string? Reason(bool isRequired)
    {
        var reason = Typed("reason");
        return reason.Length > MostReason ? Wrong<string>("reason", FieldFault.ReasonTooLong)
            : reason.Any(char.IsLetterOrDigit) ? reason
            : isRequired ? Wrong<string>("reason", FieldFault.ReasonMissing)
            : null;
    }

    private bool Has(string field) => inputs.ContainsKey(field);

    private string Typed(string field) => inputs.GetValueOrDefault(field)?.Trim() ?? "";

    private DateOnly? Day(string field) =>
        DateOnly.TryParseExact(Typed(field), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private DateOnly? Wrong(string field, FieldFault fault, DateOnly? bound = null)
    {
        _errors.Add(new(field, fault, bound));
        return null;
    }

    private T? Wrong<T>(string field, FieldFault fault)
        where T : class
    {
        _errors.Add(new(field, fault));
        return null;
    }
}
