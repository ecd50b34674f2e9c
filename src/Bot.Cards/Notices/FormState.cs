namespace Bot.Cards.Notices;

/// <summary>What was typed into a form, and what is wrong with it.</summary>
/// <param name="Values">What was typed, by the field's id.</param>
/// <param name="Errors">What is wrong; at most one for a field.</param>
public sealed record FormState(IReadOnlyDictionary<string, string> Values, ValueList<FieldError> Errors)
{
    /// <summary>Nothing was typed.</summary>
    public static FormState Empty { get; } = new(new Dictionary<string, string>(), []);

    internal string? Value(string field) => Values.GetValueOrDefault(field);
}

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">The field's id.</param>
/// <param name="Fault">What; the words for it say what to do.</param>
/// <param name="Bound">The day that the words name; null where they name none.</param>
public sealed record FieldError(string Field, FieldFault Fault, DateOnly? Bound = null);

/// <summary>What can be wrong with a field.</summary>
public enum FieldFault
{
    /// <summary>No number.</summary>
    NumberMissing,

    /// <summary>Nothing that could be the number of a document.</summary>
    NumberAbsurd,

    /// <summary>No day of issue, or none that can be read.</summary>
    IssuedMissing,

    /// <summary>Issued after today.</summary>
    IssuedInFuture,

    /// <summary>Issued long before its period.</summary>
    IssuedTooEarly,

    /// <summary>Not a web address.</summary>
    LinkWrong,

    /// <summary>No day, or none that can be read.</summary>
    UntilMissing,

    /// <summary>A day that is not after today.</summary>
    UntilPast,

    /// <summary>Later than may be.</summary>
    UntilTooLate,

    /// <summary>Not later than the present deadline.</summary>
    UntilNoExtension,

    /// <summary>No reason.</summary>
    ReasonMissing,

    /// <summary>A reason longer than a card shows.</summary>
    ReasonTooLong,
}
