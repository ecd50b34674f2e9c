namespace Bot.Indicators.Learning;

/// <summary>What a person typed to give a name, and what is wrong with it.</summary>
/// <param name="Name">The new name.</param>
/// <param name="Bearer">The name or code of the unit or indicator.</param>
/// <param name="Fault">What is wrong; null where nothing is, or nothing was sent yet.</param>
public sealed record AliasForm(string Name, string Bearer, AliasFault? Fault = null);
