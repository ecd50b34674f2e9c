using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>The units that a follow-up names, points at, adds or leaves out.</summary>
internal sealed record NamedUnits
{
    /// <summary>The units by name.</summary>
    public IReadOnlyList<OrgUnit> Named { get; private init; } = [];

    /// <summary>The sets that can be meant; empty where none is named, several where a name is borne by several.</summary>
    public ValueList<UnitSet?> Readings { get; private init; }

    /// <summary>Whether the unit of the query before stays beside the new one.</summary>
    public bool IsBeside { get; private init; }

    public bool IsCity { get; private init; }

    public bool HasExcluded { get; private init; }

    public bool IsNamed => !Readings.IsEmpty;

    /// <summary>The named units; null where it is not clear what is pointed at.</summary>
    public static NamedUnits? Of(QuestionParts parts, StoreQuery last, Subject before, NamedPeriod period, Denials denials)
    {
        var sentence = parts.Sentence;
        // "thay SNV bằng STP" puts one in the place of the other, and holds nothing side by side.
        if (sentence.Units.Count > 1 && sentence.Tokens.Any(t => t.Key == "thay" || t.Word is "replace" or "swap"))
        {
            return null;
        }

        var time = period.Readings.IsEmpty ? before.Period : period.Readings[0];
        if (parts.Units(time, u => Knows(sentence, before, u)) is not { } named)
        {
            var homonyms = parts.Homonyms(time, u => Knows(sentence, before, u));
            return new() { Readings = [.. homonyms.Select(u => UnitSet.Of(u.Code))], Named = homonyms };
        }

        named.RemoveAll(u => sentence.Units.Exists(s => denials.Denies(s) && s.Units.Any(d => d.Code == u.Code)));
        if (named.Count == 0 && sentence.Units.Exists(denials.Denies))
        {
            return null;
        }

        if (References.Places(sentence, before) is not { } pointed)
        {
            return null;
        }

        named.AddRange(pointed.Where(p => !named.Exists(u => u.Code == p.Code)));
        var city = named.Count == 0 && parts.Kind is null ? City(sentence) : null;
        if (city is not null)
        {
            named.Add(city);
        }

        if (named.Count > 0)
        {
            var codes = named.ConvertAll(u => u.Code);
            var beside =
                before.Units is { IsNamed: true } spoken && !codes.Exists(spoken.Units.Contains) && IsPutBeside(parts, before, named);
            return new()
            {
                Named = named,
                Readings = [beside ? UnitSet.Of([.. before.Units!.Units, .. codes]) : UnitSet.Of([.. codes])],
                IsBeside = beside,
                IsCity = city is not null,
            };
        }

        // "thêm quận huyện": kinds do not add up to a set that a query holds.
        return parts.Kind is not null && sentence.Cues.Any(c => c.Has(Cue.Add) && !c.Has(Cue.Function)) ? null : Sets(parts, before);
    }

    // "thêm Sở Nội vụ", "Sở Nội vụ nữa"; "so với Sở Nội vụ" after figures of one unit.
    private static bool IsPutBeside(QuestionParts parts, Subject before, List<OrgUnit> named) =>
        parts.Sentence.Has(Cue.Add, parts.Explained)
        || named.Count == 1
            && before is { Unit: not null, Indicators.IsEmpty: false }
            && (parts.Sentence.Has(Cue.Compare) || parts.Sentence.Has(Cue.Versus) || parts.Sentence.Has(Cue.Better));

    private static NamedUnits Sets(QuestionParts parts, Subject before)
    {
        var sentence = parts.Sentence;
        // "đơn vị nào", "3 đơn vị thấp nhất" are some of those that are spoken of, "tất cả đơn vị" are all there are.
        var asksAmong =
            (
                sentence.Has(Cue.Which)
                || sentence.Has(Cue.Who)
                || FigureQueries.End(parts, parts.Explained) is not null
                || FigureQueries.CountsAmong(parts)
                || Outcomes.AreAsked(sentence)
            ) && (parts.Kind == UnitSet.All || before.Units is { } units && IsOf(sentence, units, parts.Kind));
        var set =
            parts.Kind is null ? null
            : !asksAmong ? parts.Kind
            : before.Units is { Only: null } spoken ? spoken
            : UnitSet.All;
        if (parts.Excluded.IsEmpty)
        {
            return set is null ? new() : new() { Readings = [set] };
        }

        var codes = parts.Excluded.SelectMany(e => e.Units.Select(u => u.Code)).ToList();
        set ??= before.Units;
        ValueList<UnitSet?> less =
            set is null ? []
            : !set.IsNamed ? [set with { Except = [.. set.Except.Concat(codes).Distinct()] }]
            : set.Units.Where(u => !codes.Contains(u)).ToArray() is { Length: > 0 } rest && rest.Length < set.Units.Count
                ? [UnitSet.Of(rest)]
            : [];
        return new() { Readings = less, HasExcluded = true };
    }

    // "huyện nào" after three of them.
    private static bool IsOf(Sentence sentence, UnitSet units, UnitSet? kind) =>
        units.IsNamed
            ? units.Units.Count > 1 && units.Units.All(u => UnitSet.OfKind(sentence.Catalogue[u].Kind) == kind)
            : kind == units with { Except = [] };

    private static OrgUnit? City(Sentence sentence) =>
        sentence.Has(Cue.OwnCity)
            ? sentence.Catalogue.Units.FirstOrDefault(u =>
                u.Parent is null && u.Kind is OrgUnitKind.City or OrgUnitKind.Province && u.ValidTo is null
            )
            : null;

    private static bool Knows(Sentence sentence, Subject before, OrgUnit unit) =>
        before.Indicators.IsEmpty
            ? Knowledge.Of(sentence.Catalogue, unit)
            : before.Indicators.Any(i => sentence.Catalogue.HasFigures(unit.Code, i));
}
