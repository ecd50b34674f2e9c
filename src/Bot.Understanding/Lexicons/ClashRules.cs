using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Catalogues;

namespace Bot.Understanding.Lexicons;

/// <summary>
/// The general decisions about names that are alike (<c>clashes.json</c>): the first rule that fits holds. What belongs to one
/// catalogue only, its own import says, by dates of validity or by names that differ.
/// </summary>
internal static class ClashRules
{
    private static readonly (ClashKind? Kind, Relation? When, ClashDecision Decision)[] Rules = Read();

    public static ClashDecision Decide(ClashKind kind, BorneName one, BorneName other, Catalogue catalogue)
    {
        foreach (var rule in Rules)
        {
            if ((rule.Kind ?? kind) == kind && (rule.When is not { } when || Holds(when, one, other, catalogue)))
            {
                return rule.Decision;
            }
        }

        return ClashDecision.Undecided;
    }

    private static bool Holds(Relation relation, BorneName one, BorneName other, Catalogue catalogue)
    {
        if (relation == Relation.OtherSort)
        {
            return one.Sort != other.Sort;
        }

        if (one.Sort != NamedSort.Unit || catalogue.Unit(one.Code) is not { } left || catalogue.Unit(other.Code) is not { } right)
        {
            return false;
        }

        return relation == Relation.OtherKindOfUnit ? left.Kind != right.Kind : IsBefore(left, right) || IsBefore(right, left);
    }

    private static bool IsBefore(OrgUnit earlier, OrgUnit later) => earlier.ValidTo < later.ValidFrom;

    private static (ClashKind?, Relation?, ClashDecision)[] Read()
    {
        using var stream = typeof(ClashRules).Assembly.GetManifestResourceStream("clashes.json")!;
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(r => (Value<ClashKind>(r, "kind"), Value<Relation>(r, "when"), Value<ClashDecision>(r, "decision")!.Value)),
        ];
    }

    private static T? Value<T>(JsonElement rule, string name)
        where T : struct, Enum => rule.TryGetProperty(name, out var value) ? Enum.Parse<T>(value.GetString()!) : null;

    private enum Relation
    {
        OtherSort,
        OneAfterTheOther,
        OtherKindOfUnit,
    }
}
