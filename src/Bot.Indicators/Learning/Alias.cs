namespace Bot.Indicators.Learning;

/// <summary>Another name for an indicator, or for the units that bear one name one after the other.</summary>
/// <param name="Name">The name, with single spaces and no bar.</param>
/// <param name="Units">The units; empty where it is an indicator's name.</param>
/// <param name="Indicator">The indicator; null where it is a name of units.</param>
public sealed record Alias(string Name, ValueList<OrgUnitCode> Units, IndicatorCode? Indicator)
{
    /// <summary>The longest name that is taken.</summary>
    public const int LongestName = 120;
}
