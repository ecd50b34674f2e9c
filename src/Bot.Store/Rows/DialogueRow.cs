using System.ComponentModel.DataAnnotations.Schema;

namespace Bot.Store.Rows;

/// <summary>What a follow-up question of one person in one conversation needs to know.</summary>
public sealed class DialogueRow
{
    /// <summary>Conversation and person.</summary>
    public string Key { get; set; } = "";

    /// <summary>The last query in canonical text; null where none was answered.</summary>
    public string? LastQuery { get; set; }

    /// <summary>The choices that were offered, as the reader writes them; null where none are open.</summary>
    public string? Choices { get; set; }

    /// <summary>The language that the person chose (<c>vi</c>, <c>en</c>); null where not chosen.</summary>
    public string? Language { get; set; }

    /// <summary>What the reader keeps besides; null where nothing.</summary>
    public string? Previous { get; set; }

    /// <summary>The last change; the row is forgotten half an hour later.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>What its reader made of it, kept beside it while it is in memory; never stored.</summary>
    [NotMapped]
    public object? Reading { get; set; }
}
