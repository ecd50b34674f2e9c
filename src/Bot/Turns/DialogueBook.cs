using Bot.Indicators.Catalogues;
using Bot.Store.Dialogues;
using Bot.Store.Rows;
using Bot.Understanding.Dialogues;

namespace Bot.Turns;

/// <summary>What each conversation was about, kept as rows: queries in canonical text, never what was answered.</summary>
internal sealed class DialogueBook(DialogueRows rows, TimeProvider clock)
{
    private const char Between = '\n';

    public async ValueTask<DialogueState?> FindAsync(string key, Catalogue catalogue, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(key, cancellationToken) is not { } row)
        {
            return null;
        }

        // A row that is still in memory is not read from its texts again, unless the catalogue has changed since.
        if (row.Reading is Known known && known.CatalogueVersion == catalogue.Version)
        {
            return known.State;
        }

        var state = DialogueState.FromTexts(
            new(row.LastQuery, [.. (row.Choices ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)], row.Language, row.Previous),
            catalogue
        );
        row.Reading = new Known(state, catalogue.Version);
        return state;
    }

    public void Keep(string key, DialogueState state, Catalogue catalogue)
    {
        var texts = state.ToTexts();
        var row = new DialogueRow
        {
            Key = key,
            LastQuery = texts.LastQuery,
            Choices = texts.Choices.IsEmpty ? null : string.Join(Between, texts.Choices),
            Language = texts.Language,
            Previous = texts.Previous,
            UpdatedAt = clock.GetUtcNow(),
            Reading = new Known(state, catalogue.Version),
        };
        rows.Keep(row);
    }

    private sealed record Known(DialogueState State, long CatalogueVersion);
}
