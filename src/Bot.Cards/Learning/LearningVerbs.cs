namespace Bot.Cards.Learning;

/// <summary>The verbs and fields of the cards with which an admin gives names.</summary>
public static class LearningVerbs
{
    /// <summary>Shows the newest questions that were not understood.</summary>
    public const string List = "alias/list";

    /// <summary>Takes a name, or opens the form where none was sent.</summary>
    public const string Add = "alias/add";

    /// <summary>Takes a name back.</summary>
    public const string Remove = "alias/remove";

    /// <summary>The new name.</summary>
    public const string Name = "alias";

    /// <summary>The name or code of the unit or indicator.</summary>
    public const string Bearer = "bearer";

    /// <summary>Says that the clashes were seen.</summary>
    public const string Seen = "seen";
}
