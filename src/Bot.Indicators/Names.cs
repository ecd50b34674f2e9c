namespace Bot.Indicators;

/// <summary>What a thing of the catalogue is called.</summary>
/// <param name="Vietnamese">The official name.</param>
/// <param name="English">The English name; the Vietnamese one where the catalogue gives none.</param>
/// <param name="Aliases">Abbreviations and other spellings that officials type, of either language.</param>
public sealed record Names(string Vietnamese, string English, ValueList<string> Aliases)
{
    /// <summary>The name in a language.</summary>
    public string In(Language language) => language == Language.English ? English : Vietnamese;
}
