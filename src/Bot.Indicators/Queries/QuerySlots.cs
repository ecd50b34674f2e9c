using System.Collections.Frozen;
using System.Globalization;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;

namespace Bot.Indicators.Queries;

/// <summary>The slots of a canonical text while it is read back; codes come out of the catalogue, so an unknown one is an error.</summary>
internal sealed class QuerySlots(IReadOnlyDictionary<string, string> slots, Catalogue catalogue)
{
    private readonly List<QuerySlot>? _seen;

    private QuerySlots(List<QuerySlot> seen)
        : this(FrozenDictionary<string, string>.Empty, null!) => _seen = seen;

    /// <summary>Slots without a text that write down what is read of them; what must be there is filled with nothing in particular.</summary>
    public static QuerySlots Watched(List<QuerySlot> seen) => new(seen);

    public string? Text(string name) => slots.GetValueOrDefault(name);

    /// <summary>The word where it is one of those; null where it is another.</summary>
    public string? Word(string name, params ValueList<string> words)
    {
        See(name, SlotSort.Choice, choices: words);
        return Text(name) is { } text && words.AsSpan().Contains(text) ? text : null;
    }

    public string? Area(string name) => See(name, SlotSort.Area) ?? Text(name);

    public string? Words(string name) => (See(name, SlotSort.Words) ?? Text(name)) is { } text ? Uri.UnescapeDataString(text) : null;

    public Period? Period(string name) =>
        (See(name, SlotSort.Period) ?? Text(name)) is not { } text ? null
        : Periods.Period.TryParse(text, out var period) ? period
        : throw new FormatException($"{name}: '{text}' is no period");

    public DateOnly? Day(string name) =>
        (See(name, SlotSort.Day) ?? Text(name)) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new FormatException($"{name}: '{text}' is no date");

    public int Number(string name) =>
        (See(name, SlotSort.Number) ?? Text(name)) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1000 ? number
        : throw new FormatException($"{name}: '{text}' is no number up to 1000");

    public Claim? Claim(string name)
    {
        if ((See(name, SlotSort.Claim) ?? Text(name)) is not { } text)
        {
            return null;
        }

        var digits = text.AsSpan().IndexOfAnyExcept('<', '>', '=');
        return
            digits > 0
            && Comparators.TryParse(text.AsSpan(0, digits)) is { } comparator
            && decimal.TryParse(
                text.AsSpan(digits),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var value
            )
            ? new Claim(comparator, value)
            : throw new FormatException($"{name}: '{text}' is no comparison");
    }

    public T Choice<T>(string name)
        where T : struct, Enum => OptionalChoice<T>(name) ?? default;

    public T? OptionalChoice<T>(string name)
        where T : struct, Enum => (See<T>(name) ?? Text(name)) is { } text ? Value<T>(name, text) : null;

    public ValueList<T> Choices<T>(string name)
        where T : struct, Enum =>
        (See<T>(name, many: true) ?? Text(name)) is { } text ? [.. text.Split('|').Select(part => Value<T>(name, part))] : [];

    public OrgUnitCode Unit(string name)
    {
        See(name, SlotSort.Unit, required: true);
        return _seen is null ? Unit(name, Required(name)) : new("");
    }

    public UnitSet Units(string name)
    {
        var text = See(name, SlotSort.UnitSet) ?? Text(name) ?? "all";
        var mark = text.IndexOf('!', StringComparison.Ordinal);
        var head = mark < 0 ? text : text[..mark];
        ValueList<OrgUnitCode> except = mark < 0 ? [] : [.. text[(mark + 1)..].Split('|').Select(code => Unit(name, code))];
        var set = head switch
        {
            "all" => UnitSet.All,
            _ when head.StartsWith("kind:", StringComparison.Ordinal) => UnitSet.OfKind(
                OrgUnitKinds.TryParse(head[5..]) ?? throw new FormatException($"{name}: '{head}' is no kind of units")
            ),
            _ when head.StartsWith("under:", StringComparison.Ordinal) => UnitSet.Below(Unit(name, head[6..])),
            _ => UnitSet.Of([.. head.Split('|').Select(code => Unit(name, code))]),
        };
        return except.IsEmpty ? set : set with { Except = except };
    }

    public IndicatorCode Indicator(string name)
    {
        See(name, SlotSort.Indicator, required: true);
        return _seen is null ? Indicator(name, Required(name)) : new("");
    }

    public IndicatorCode? OptionalIndicator(string name) =>
        (See(name, SlotSort.Indicator) ?? Text(name)) is { } text ? Indicator(name, text) : null;

    public ValueList<IndicatorCode> Indicators(string name) =>
        (See(name, SlotSort.Indicator, many: true) ?? Text(name)) is { } text
            ? [.. text.Split('|').Select(code => Indicator(name, code))]
            : [];

    public BasisCode? Basis(string name, IndicatorCode indicator) =>
        (See(name, SlotSort.Basis) ?? Text(name)) is { } text ? Basis(name, text, [indicator]) : null;

    public ValueList<BasisCode> Bases(string name, ValueList<IndicatorCode> indicators) =>
        (See(name, SlotSort.Basis, many: true) ?? Text(name)) is { } text
            ? [.. text.Split('|').Select(code => Basis(name, code, indicators))]
            : [];

    public ObligationTypeCode? OptionalObligationType(string name) =>
        (See(name, SlotSort.ObligationType) ?? Text(name)) is { } text ? ObligationType(name, text) : null;

    public ValueList<ObligationTypeCode> ObligationTypes(string name) =>
        (See(name, SlotSort.ObligationType, many: true) ?? Text(name)) is { } text
            ? [.. text.Split('|').Select(code => ObligationType(name, code))]
            : [];

    public InspectionCode? Inspection(string name) =>
        (See(name, SlotSort.Inspection) ?? Text(name)) is not { } text
            ? null
            : catalogue.Inspection(text)?.Code ?? throw Unknown(name, text);

    public ProjectCode? Project(string name) =>
        (See(name, SlotSort.Project) ?? Text(name)) is not { } text ? null : catalogue.Project(text)?.Code ?? throw Unknown(name, text);

    public StoreQuery Nested(string name) =>
        OptionalNested(name)
        ?? (_seen is null ? throw new FormatException($"{name} is missing") : new ValueQuery { Indicators = [], Units = UnitSet.All });

    public StoreQuery? OptionalNested(string name) =>
        (See(name, SlotSort.Query) ?? Text(name)) is not { } text ? null
        : QueryText.TryRead(text, catalogue, out var query, out var error)
            ? query as StoreQuery ?? throw new FormatException($"{name}: '{text}' is not for the store")
        : throw new FormatException($"{name}: {error}");

    public ValueQuery NestedValue(string name) => Nested(name) as ValueQuery ?? throw new FormatException($"{name} must be a value query");

    private static T Value<T>(string name, string text)
        where T : struct, Enum =>
        !char.IsAsciiDigit(text.FirstOrDefault()) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw Unknown(name, text);

    // Says nothing: what was seen is noted on the way.
    private string? See(string name, SlotSort sort, bool required = false, bool many = false, ValueList<string> choices = default)
    {
        if (_seen?.Exists(slot => slot.Name == name && slot.Sort == sort) == false)
        {
            _seen.Add(new(name, sort, required, many, choices));
        }

        return null;
    }

    private string? See<T>(string name, bool many = false)
        where T : struct, Enum =>
        _seen is null ? null : See(name, SlotSort.Choice, many: many, choices: [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())]);

    private string Required(string name) => Text(name) ?? throw new FormatException($"{name} is missing");

    private OrgUnitCode Unit(string name, string text) => catalogue.Unit(text)?.Code ?? throw Unknown(name, text);

    private IndicatorCode Indicator(string name, string text) => catalogue.Indicator(text)?.Code ?? throw Unknown(name, text);

    private ObligationTypeCode ObligationType(string name, string text) =>
        catalogue.ObligationType(text)?.Code ?? throw Unknown(name, text);

    private BasisCode Basis(string name, string text, ValueList<IndicatorCode> indicators)
    {
        foreach (var code in indicators)
        {
            foreach (var basis in catalogue[code].Bases)
            {
                if (basis.Code.Value == text)
                {
                    return basis.Code;
                }
            }
        }

        throw Unknown(name, text);
    }

    private static FormatException Unknown(string name, string text) => new($"{name}: '{text}' is not in the catalogue");
}
