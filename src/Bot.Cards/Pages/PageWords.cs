using Bot.Cards.Notices;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Pages;

/// <summary>What the dashboard's pages say: their own words by key, and names, days, figures and states as cards write them.</summary>
public sealed class PageWords
{
    private const string Prefix = "tab.";
    private readonly Wording _words;

    /// <summary>Words in the context's language, over its catalogue.</summary>
    public PageWords(CardContext context) => _words = new(context);

    /// <summary>The language that is spoken.</summary>
    public Language Language => _words.Language;

    /// <summary>The language as browsers name it.</summary>
    public string Tag => _words.Tag;

    /// <summary>The day of the page.</summary>
    public DateOnly Today => _words.Today;

    internal Wording All => _words;

    /// <summary>A page's words without parts.</summary>
    public string this[string key] => _words[Prefix + key];

    /// <summary>A page's words with their parts.</summary>
    public string Say(string key, params ReadOnlySpan<object?> parts) => _words.Say(Prefix + key, parts);

    /// <summary>A page's words about a number of things; the count is part 0.</summary>
    public string Count(string key, int count, params ReadOnlySpan<object?> parts) => _words.Count(Prefix + key, count, parts);

    /// <summary>A count.</summary>
    public string Number(int count) => _words.Number(count);

    /// <summary>A day.</summary>
    public string Date(DateOnly day) => _words.Date(day);

    /// <summary>A moment in the city: time and day.</summary>
    public string Moment(DateTimeOffset moment) => _words.Moment(moment);

    /// <summary>A unit's name.</summary>
    public string Name(OrgUnitCode unit) => Texts.Capital(_words.Name(unit));

    /// <summary>An indicator's name.</summary>
    public string Name(IndicatorCode indicator) => _words.Name(indicator);

    /// <summary>A plan or report with its period.</summary>
    public string Name(ObligationKey key) => _words.Name(key.Type, key.Period);

    /// <summary>A kind of units, as a plural.</summary>
    public string Name(OrgUnitKind kind) => Texts.Capital(_words.Name(kind));

    /// <summary>What can be done about an obligation, as its button says it.</summary>
    public string Name(ObligationAction action) => _words["act." + action];

    /// <summary>A period.</summary>
    public string Period(Period period) => Texts.Capital(_words.Period(period));

    /// <summary>What a person wrote, on one line; empty where nothing was written.</summary>
    public static string Plain(string? text) => Texts.Plain(text ?? "");

    /// <summary>Where an obligation stands; what was reported and not confirmed counts for those who may see it.</summary>
    public StateText State(ObligationCase about, bool seesReports) =>
        about switch
        {
            { Marked: not null } when seesReports => new(StateRole.Waiting, _words["badge.waiting"]),
            { ExtensionAsked: not null } when seesReports => new(StateRole.Waiting, _words["badge.extension"]),
            _ => new(ObligationWords.RoleOf(about.Obligation.State), ObligationWords.State(about.Obligation, _words)),
        };

    /// <summary>The deadline, the document and the day of the record, in one line.</summary>
    public string Detail(Obligation obligation) => ObligationWords.Detail(obligation, _words);

    /// <summary>The document that was reported and waits to be confirmed, with its day; empty where none does.</summary>
    public string Reported(ObligationCase about) =>
        about.Marked is { } marked
            ? string.Join(
                _words["list.dot"],
                new[] { Plain(marked.DocumentNumber), marked.IssuedOn is { } day ? Date(day) : "" }.Where(part => part.Length > 0)
            )
            : "";

    /// <summary>One thing that happened to an obligation, in a sentence.</summary>
    public string Happened(ObligationCase about, ObligationEvent happened) =>
        Texts.Capital(
            _words.Say(
                "tab.event." + happened.Step,
                _words.The(about.Key.Unit),
                _words.The(about.Key.Type, about.Key.Period),
                happened.Until is { } day ? Date(day) : Plain(happened.DocumentNumber)
            )
        );

    /// <summary>Why a notice was not sent, in the reader's language; empty where there is nothing to say.</summary>
    public string Reason(string reason) => Texts.Capital(Plain(ReasonWords.In(reason, Language)));
}
