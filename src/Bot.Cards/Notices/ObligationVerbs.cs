using System.Collections.Frozen;
using System.Text.Json;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>The verbs of buttons on obligations (contract.md section 6), and the names of what goes with them.</summary>
public static class ObligationVerbs
{
    /// <summary>Shows an obligation, or the card of several, and changes nothing.</summary>
    public const string Open = "obligation/open";

    /// <summary>Has the officials of a unit reminded.</summary>
    public const string Remind = "obligation/remind";

    /// <summary>The obligation's key.</summary>
    public const string Obligation = "obligation";

    /// <summary>How much had happened to it when the card was drawn.</summary>
    public const string Version = "version";

    /// <summary>The message of the notice, a card of several, that it was opened from.</summary>
    public const string Notice = "notice";

    /// <summary>The keys of several obligations, where no notice names them.</summary>
    public const string Among = "among";

    /// <summary>The only unit that the card of several showed.</summary>
    public const string Unit = "unit";

    /// <summary>How many entries of the card of several stood before those shown.</summary>
    public const string From = "from";

    /// <summary>The wording of the step that the notice came with.</summary>
    public const string Wording = "wording";

    /// <summary>The day of the notice.</summary>
    public const string Day = "day";

    /// <summary>There where the card is a posted notice, was opened from one, or is kept up to date like one.</summary>
    public const string Posted = "posted";

    /// <summary>Parts the keys of <see cref="Among"/>.</summary>
    public const char Between = ';';

    private static readonly FrozenDictionary<ObligationAction, string> Verbs = Enum.GetValues<ObligationAction>()
        .ToFrozenDictionary(action => action, action => "obligation/" + JsonNamingPolicy.CamelCase.ConvertName(action.ToString()));

    private static readonly FrozenDictionary<string, ObligationAction> Actions = Verbs.ToFrozenDictionary(v => v.Value, v => v.Key);

    /// <summary>The verb of an action.</summary>
    public static string Of(ObligationAction action) => Verbs[action];

    /// <summary>The action of a verb; null where it is none.</summary>
    public static ObligationAction? Find(string verb) => Actions.TryGetValue(verb, out var action) ? action : null;
}
