namespace Bot.Cards.Searching;

/// <summary>What a search box shows: the title of each query that would be asked, never a figure.</summary>
public static class SearchCards
{
    /// <summary>What is shown before anything is typed: questions that surely have an answer in this store.</summary>
    public static IEnumerable<SearchHit> Examples(CardContext context)
    {
        var words = new Wording(context);
        return Welcome
            .Examples.For(person: null, words)
            .Select(example => new SearchHit(example.Title, About(example.Query, words), example.Query));
    }

    /// <summary>One query as a row.</summary>
    public static SearchHit Hit(Query query, CardContext context)
    {
        var words = new Wording(context);
        return new(QueryTitles.Of(query, words), About(query, words), query);
    }

    /// <summary>One sentence instead of rows.</summary>
    public static string Said(SearchSaying what, CardContext context, string typed = "") =>
        new Wording(context).Say("search.said." + what, Texts.Typed(typed));

    /// <summary>The title of the dialog that shows what was found in a message.</summary>
    public static string DialogTitle(CardContext context) => new Wording(context)["search.dialog"];

    private static string About(Query query, Wording words) =>
        query switch
        {
            ProfileQuery => words["search.unit"],
            DefineQuery => words["search.definition"],
            _ => QueryTitles.About(query, words) ?? words["search.answer"],
        };
}

/// <summary>A row of a search box.</summary>
/// <param name="Title">What would be asked.</param>
/// <param name="Line">What comes of it.</param>
/// <param name="Query">The query.</param>
public sealed record SearchHit(string Title, string Line, Query Query);

/// <summary>What a search box or a dialog says instead.</summary>
public enum SearchSaying
{
    /// <summary>Nothing of the catalogue is called so.</summary>
    Nothing,

    /// <summary>The row names what is no longer there.</summary>
    Outdated,

    /// <summary>The message has no words to read figures from.</summary>
    NoText,
}
