using Bot.Indicators;

namespace Bot.Store.Querying;

/// <summary>Which of the asked bases an indicator has.</summary>
internal static class Bases
{
    /// <summary>In the order of the question; empty where all are meant.</summary>
    public static IReadOnlyList<BasisCode> Asked(ValueList<BasisCode> asked, Indicator indicator) =>
        [.. asked.AsSpan().ToArray().Distinct().Where(basis => indicator.Basis(basis) is not null)];
}
