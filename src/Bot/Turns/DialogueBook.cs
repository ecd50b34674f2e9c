using Bot.Indicators.Catalogues;
using Bot.Store.Dialogues;
using Bot.Store.Rows;
using Bot.Understanding.Dialogues;

namespace Bot.Turns;

/// <summary>What each conversation was about, kept as rows: queries in canonical text, never what was answered.</summary>
internal sealed class DialogueBook(DialogueRows rows, TimeProvider clock)
{
    private const char Between = '\n';

    public async ValueTask<DialogueState?> FindAsync(string key, Catalogue catalogue, CancellationToken cancellationToken) =>
        await rows.FindAsync(key, cancellationToken) is { } row
            ? DialogueState.FromTexts(
                new(
                    row.LastQuery,
                    [.. (row.Choices ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)],
                    row.Language,
                    row.Previous
                ),
                catalogue
            )
            : null;

    public void Keep(string key, DialogueState state)
    {
        var texts = state.ToTexts();
        rows.Keep(
            new DialogueRow
            {
                Key = key,
                LastQuery = texts.LastQuery,
                Choices = texts.Choices.IsEmpty ? null : string.Join(Between, texts.Choices),
                Language = texts.Language,
                Previous = texts.Previous,
                UpdatedAt = clock.GetUtcNow(),
            }
        );
    }
}
