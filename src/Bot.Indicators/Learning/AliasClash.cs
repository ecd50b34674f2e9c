namespace Bot.Indicators.Learning;

/// <summary>A name in the catalogue that a new one is like.</summary>
/// <param name="Name">That name.</param>
/// <param name="Bearer">The name of who bears it.</param>
public sealed record AliasClash(string Name, string Bearer);
