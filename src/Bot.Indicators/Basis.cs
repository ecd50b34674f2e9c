namespace Bot.Indicators;

/// <summary>What a ratio is taken of (cách tính), for instance the eligible procedures; never mixed and never averaged with another.</summary>
/// <param name="Code">Its key within the indicator.</param>
/// <param name="Names">What it is called, as it follows "so với" and "of".</param>
public sealed record Basis(BasisCode Code, Names Names);
