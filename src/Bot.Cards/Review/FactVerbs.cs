using System.Collections.Frozen;
using System.Text.Json;
using Bot.Indicators.Proposals;

namespace Bot.Cards.Review;

/// <summary>The verbs of buttons on proposals (contract.md section 6), and the names of what goes with them.</summary>
public static class FactVerbs
{
    /// <summary>Shows a page of a document's proposals and changes nothing.</summary>
    public const string Show = "fact/show";

    /// <summary>Approves all that needs no closer look.</summary>
    public const string ApproveAll = "fact/approveAll";

    /// <summary>The document's key.</summary>
    public const string Document = "document";

    /// <summary>The proposal's key.</summary>
    public const string Fact = "fact";

    /// <summary>How often the proposal, or the document's proposals together, were decided on when the card was drawn.</summary>
    public const string Version = "version";

    /// <summary>The page of the card, from 1.</summary>
    public const string Page = "page";

    /// <summary>The right value.</summary>
    public const string Value = "value";

    /// <summary>Why.</summary>
    public const string Reason = "reason";

    private static readonly FrozenDictionary<FactAction, string> Verbs = Enum.GetValues<FactAction>()
        .ToFrozenDictionary(action => action, action => "fact/" + JsonNamingPolicy.CamelCase.ConvertName(action.ToString()));

    private static readonly FrozenDictionary<string, FactAction> Actions = Verbs.ToFrozenDictionary(v => v.Value, v => v.Key);

    /// <summary>The verb of an action.</summary>
    public static string Of(FactAction action) => Verbs[action];

    /// <summary>The action of a verb; null where it is none.</summary>
    public static FactAction? Find(string verb) => Actions.TryGetValue(verb, out var action) ? action : null;
}
