using Bot.Indicators.Learning;

namespace Bot.Cards.Learning;

/// <summary>What was not understood, and how an admin gives a unit or an indicator another name. A card computes nothing.</summary>
public static class LearningCards
{
    /// <summary>The newest questions that were not understood.</summary>
    public static CardMessage Questions(IReadOnlyList<OpenQuestion> questions, CardContext context)
    {
        var words = new Wording(context);
        return OpenQuestionsCard.Of(questions, words, context).ToMessage(words);
    }

    /// <summary>The form, with what was typed and what is wrong with it.</summary>
    public static CardMessage Form(AliasForm form, CardContext context)
    {
        var words = new Wording(context);
        return AliasCards.Form(form, words, context).ToMessage(words);
    }

    /// <summary>Names that the new one is like: nothing is changed before the click.</summary>
    public static CardMessage Clashes(AliasForm form, IReadOnlyList<AliasClash> clashes, CardContext context)
    {
        var words = new Wording(context);
        return AliasCards.Clashes(form, clashes, words, context).ToMessage(words);
    }

    /// <summary>The name was taken, by whom and when.</summary>
    public static CardMessage Added(AliasForm form, string by, DateTimeOffset at, CardContext context)
    {
        var words = new Wording(context);
        return AliasCards.Added(form, by, at, words, context).ToMessage(words);
    }

    /// <summary>The name was taken back.</summary>
    public static CardMessage Removed(AliasForm form, CardContext context)
    {
        var words = new Wording(context);
        return AliasCards.Removed(form, words, context).ToMessage(words);
    }
}
