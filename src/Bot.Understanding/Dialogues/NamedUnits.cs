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
            var beside =
                named.Count == 1
                && before.Unit is { } only
                && only != named[0].Code
                && (sentence.Has(Cue.Compare) || sentence.Has(Cue.Versus) || sentence.Has(Cue.Better))
                && before.Indicators.Count > 0;
            return new()
            {
                Named = named,
                Readings = [beside ? UnitSet.Of(before.Unit!, named[0].Code) : UnitSet.Of([.. named.Select(u => u.Code)])],
                IsBeside = beside,
                IsCity = city is not null,
            };
        }

        return Sets(parts, before);
    }

    private static NamedUnits Sets(QuestionParts parts, Subject before)
    {
        var sentence = parts.Sentence;
        // "đơn vị nào" asks for some of those that are spoken of, "tất cả đơn vị" for all there are.
        var asksAmong =
            (sentence.Has(Cue.Which) || sentence.Has(Cue.Who))
            && (parts.Kind == UnitSet.All || before.Units is { } units && parts.Kind == units with { Except = [] });
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
