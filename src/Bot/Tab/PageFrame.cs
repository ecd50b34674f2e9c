using Bot.Cards.Pages;
using Bot.Indicators;

namespace Bot.Tab;

/// <summary>What stands around every page.</summary>
/// <param name="Words">The page's words.</param>
/// <param name="Address">The page's address.</param>
/// <param name="Visitor">Who looks.</param>
/// <param name="At">The moment of the figures.</param>
/// <param name="Files">The addresses of style sheet and script.</param>
public sealed record PageFrame(PageWords Words, TabAddress Address, Visitor? Visitor, DateTimeOffset At, PageFiles Files)
{
    /// <summary>What the page's forms bear; null where there are none.</summary>
    public string? FormToken { get; init; }

    /// <summary>How many documents wait to be reviewed; null for those who may not.</summary>
    public int? ToReview { get; init; }

    /// <summary>Whether the visitor may see what became of notices.</summary>
    public bool SeesDeliveries { get; init; }

    /// <summary>The sample contacts that can be taken, by persona; empty outside Development.</summary>
    public IReadOnlyList<PersonaChoice> Personas { get; init; } = [];

    /// <summary>The kinds of units that there are today, from the top of the tree down.</summary>
    public IReadOnlyList<OrgUnitKind> Kinds { get; init; } = [];

    /// <summary>The theme that the host named; null where the system's is followed.</summary>
    public string? Theme { get; init; }
}

/// <summary>The addresses of a page's files; they change with their content.</summary>
/// <param name="Style">The style sheet.</param>
/// <param name="Script">The script.</param>
/// <param name="Teams">The library of Teams; null where the build could not fetch it.</param>
public sealed record PageFiles(string Style, string Script, string? Teams);

/// <summary>A sample contact that can be taken.</summary>
/// <param name="Persona">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsTaken">Whether the page is seen as this one.</param>
public sealed record PersonaChoice(string Persona, string Name, bool IsTaken);
