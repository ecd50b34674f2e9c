using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Cards.Resources;
using Bot.Indicators.Catalogues;

namespace Bot.Cards.Formats;

/// <summary>One language's words, and the names of one catalogue in it: all that a card needs to speak.</summary>
internal sealed partial class Wording(CardContext context)
{
    /// <summary>The language that is spoken.</summary>
    public Language Language => context.Language;

    /// <summary>Where names come from.</summary>
    public Catalogue Catalogue => context.Catalogue;

    /// <summary>The day of the answer.</summary>
    public DateOnly Today => context.Today;

    /// <summary>The first and last day that a report covers where they are not those of its period; null where they are.</summary>
    public (DateOnly First, DateOnly Last)? ReportedDays(ObligationTypeCode type, Period period) =>
        context.Reporting?.Days(type.Value, period) is { } days && days != (period.First, period.Last) ? days : null;

    /// <summary>The language as cards and browsers name it.</summary>
    public string Tag => Language == Language.English ? "en" : "vi";

    /// <summary>Words without parts.</summary>
    public string this[string key] => Strings.In(Language)[key].Format;

    /// <summary>Whether there are words under that key.</summary>
    public bool Has(string key) => Strings.In(Language).ContainsKey(key);

    /// <summary>Words with their parts, each already written out.</summary>
    public string Say(string key, params ReadOnlySpan<object?> parts) =>
        string.Format(CultureInfo.InvariantCulture, Strings.In(Language)[key], parts);

    /// <summary>Words about a number of things: the count is part 0, and one of a thing has words of its own (<c>key.one</c>).</summary>
    public string Count(string key, int count, params ReadOnlySpan<object?> parts) =>
        Say(count == 1 && Has(key + ".one") ? key + ".one" : key, [Number(count), .. parts]);

    /// <summary>A count.</summary>
    public string Number(int count) => NumberFormats.Of(count, Language);

    /// <summary>A number with its unit of measure.</summary>
    public string Number(Amount amount, MeasureUnit measure, int decimals = 0) =>
        UnitNames.With(NumberFormats.Of(amount, Language, decimals), measure, this);

    /// <summary>A difference without its sign, with its unit.</summary>
    public string Size(Difference difference) =>
        UnitNames.Difference(NumberFormats.Of(difference.Size, Language), difference.Measure, this);

    /// <summary>A difference with its sign, bare, for a table whose head names the unit.</summary>
    public string Signed(Difference difference, int decimals = 0) => NumberFormats.Signed(difference.Signed, Language, decimals);

    /// <summary>A day.</summary>
    public string Date(DateOnly day) => Dates.Of(day, Language);

    /// <summary>A moment in the city: time and day.</summary>
    public string Moment(DateTimeOffset moment) => Say("moment", Dates.Time(moment), Date(CityDay.Of(moment)));

    /// <summary>A period within a sentence.</summary>
    public string Period(Period period) => PeriodNames.Of(period, this);

    /// <summary>A period behind a unit's name.</summary>
    public string When(Period period) => PeriodNames.When(period, this);

    /// <summary>A unit's name, alone.</summary>
    public string Name(OrgUnitCode unit) => Catalogue[unit].Names.In(Language);

    /// <summary>A unit's name within a sentence: English says "the Department of Health".</summary>
    public string The(OrgUnitCode unit)
    {
        var name = Name(unit);
        return
            Language == Language.English
            && Catalogue[unit].Kind is OrgUnitKind.Department or OrgUnitKind.Agency
            && !name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
            ? Say("unit.the", name)
            : name;
    }

    /// <summary>The abbreviation that officials write on letters, for the axis of a chart; the name where there is none.</summary>
    public string Short(OrgUnitCode unit) =>
        Language == Language.Vietnamese && Catalogue[unit].Names.Aliases.FirstOrDefault(Abbreviation().IsMatch) is { } alias
            ? alias
            : Name(unit);

    /// <summary>An indicator's name as a title.</summary>
    public string Name(IndicatorCode indicator) => Texts.Capital(Catalogue[indicator].Names.In(Language));

    /// <summary>An indicator's name within a sentence.</summary>
    public string Lower(IndicatorCode indicator) => Texts.Lower(Catalogue[indicator].Names.In(Language));

    /// <summary>The name of a plan or report.</summary>
    public string Name(ObligationTypeCode type) => Texts.Capital(Catalogue[type].Names.In(Language));

    /// <summary>The plan or report of a period: "Kế hoạch chuyển đổi số năm 2023", "2023 digital transformation plan".</summary>
    public string Name(ObligationTypeCode type, Period? period) =>
        period is null ? Name(type) : Texts.Capital(Of(Catalogue[type].Names.In(Language), Period(period)));

    // A quarterly report ("… quý") of "quý I/2023" says the quarter once.
    private string Of(string name, string period)
    {
        var words = period.Split(' ');
        for (var count = words.Length; count > 0; count--)
        {
            var said = " " + string.Join(' ', words, 0, count);
            if (name.EndsWith(said, StringComparison.OrdinalIgnoreCase))
            {
                return Say("plan.of", name[..^said.Length], period);
            }
        }

        return Say("plan.of", name, period);
    }

    /// <summary>The plan or report of a period within a sentence: English says "the digital transformation plan for 2023".</summary>
    public string The(ObligationTypeCode type, Period? period) =>
        Language == Language.English ? Say("plan.the", Texts.Lower(Name(type, period))) : Name(type, period);

    /// <summary>What a ratio is taken of, as it follows the number; null where the indicator has only the one way.</summary>
    public string? Basis(IndicatorCode indicator, BasisCode basis)
    {
        var of = Catalogue[indicator];
        if (of.Basis(basis)?.Names.In(Language) is not { Length: > 0 } name)
        {
            return of.Bases.IsEmpty ? null : this["basis.unnamed"];
        }

        // A kind of the same thing ("ký số 1 lớp") is no whole that a share could be taken of.
        var isKind =
            !name.Contains('(', StringComparison.Ordinal)
            && this["basis.kinds"].Split('|').Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
        return Say(isKind ? "basis.kind" : "basis.share", name);
    }

    /// <summary>The basis as a heading of its own; null where the indicator has only the one way.</summary>
    public string? BasisTitle(IndicatorCode indicator, BasisCode basis) =>
        Basis(indicator, basis) is { } text ? Texts.Capital(text.Trim('(', ')')) : null;

    /// <summary>The kind of units, as a plural.</summary>
    public string Name(OrgUnitKind kind) => this["kind." + OrgUnitKinds.Text(kind)];

    /// <summary>How many of a kind.</summary>
    public string CountOf(OrgUnitKind? kind, int count) => Count("count." + (kind is { } k ? OrgUnitKinds.Text(k) : "unit"), count);

    /// <summary>A, B and C.</summary>
    public string List(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => Say("list.last", string.Join(", ", items.Take(items.Count - 1)), items[^1]),
        };

    /// <summary>The first of many, and how many more there are.</summary>
    public string ListUpTo(IReadOnlyList<string> items, int most) =>
        items.Count <= most ? List(items) : Count("list.more", items.Count - most, string.Join(", ", items.Take(most)));

    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{Nd}&.\-]{1,10}$")]
    private static partial Regex Abbreviation();
}
