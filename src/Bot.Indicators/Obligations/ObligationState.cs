namespace Bot.Indicators.Obligations;

/// <summary>What a person sees of an obligation, computed from its recorded status, its deadline and today.</summary>
public enum ObligationState
{
    /// <summary>Not issued; the deadline is more than ten working days away.</summary>
    Upcoming,

    /// <summary>Not issued; the deadline is today or within ten working days.</summary>
    Due,

    /// <summary>Not issued and the deadline has passed.</summary>
    Overdue,

    /// <summary>A source says that it was not issued, and no deadline is known.</summary>
    Missing,

    /// <summary>Issued by the deadline, or issued where no deadline or date is known.</summary>
    Issued,

    /// <summary>Issued after the deadline.</summary>
    IssuedLate,

    /// <summary>The unit need not issue it.</summary>
    Waived,
}
