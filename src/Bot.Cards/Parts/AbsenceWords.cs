namespace Bot.Cards.Parts;

/// <summary>What is missing, in words.</summary>
internal static class AbsenceWords
{
    /// <summary>The cell: indicator, unit, and basis and period where they were asked for.</summary>
    public static string Of(Absence absence, Wording words)
    {
        var cell = words.Say("title.value", words.Lower(absence.Indicator), words.The(absence.Unit));
        var basis = absence.Basis is { } code ? words.Basis(absence.Indicator, code) : null;
        var based = basis is null ? cell : $"{cell} {basis}";
        return absence.Period is { } period ? words.Say("title.when", based, words.When(period)) : based;
    }
}
