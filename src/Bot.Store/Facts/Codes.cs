using System.Globalization;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Store.Tables;

namespace Bot.Store.Facts;

/// <summary>Codes for what a document brings under a name: those of the catalogue where it has the thing, made ones otherwise.</summary>
internal sealed class Codes(Catalogue catalogue)
{
    /// <summary>A visit of that day to those units: <c>KT-2023-03-28</c>.</summary>
    public string Of(ProposedInspection inspection)
    {
        var code = $"KT-{Day(inspection.Date)}";
        // The same day's visit to other units is another one.
        return catalogue.Inspection(code) is not { } known || known.Units.Any(inspection.Units.Contains)
            ? code
            : $"{code}-{Mark(string.Join('|', inspection.Units))}";
    }

    /// <summary>A project of that unit and name.</summary>
    public string Of(ProposedProject project) =>
        catalogue.Projects.FirstOrDefault(p => p.Unit == project.Unit && Same(p.Names.Vietnamese, project.Name))?.Code.Value
        ?? $"DA-{project.Unit}-{Mark(project.Name.ToUpperInvariant())}";

    /// <summary>A document: its day, where it has one, and a mark of its text.</summary>
    public static string Of(string document, DateOnly? publishedOn) =>
        publishedOn is { } day ? $"VB-{Day(day)}-{document[..8]}" : $"VB-{document[..8]}";

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Mark(string name) => Fingerprints.Hash(name)[..8];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
