namespace Bot.Store.Facts;

/// <summary>A document that facts are proposed from.</summary>
/// <param name="Name">The file's name; empty for a text that was pasted.</param>
/// <param name="Text">Its plain text, whose places the quotes give.</param>
/// <param name="Source">The code that it shall have in <c>sources</c>; null: one is made.</param>
public sealed record SourceDocument(string Name, string Text, string? Source = null)
{
    /// <summary>The pages of which nothing is in the text, as <c>3, 5-9</c>; empty where there are none.</summary>
    public string UnreadPages { get; init; } = "";
}
