using System.Collections.Concurrent;
using System.Data.Common;
using Bot.Indicators.Learning;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Store.Learning;

/// <summary>
/// Questions that were not understood and judgements of answers, counted in memory and written a moment later. Bounded: so many
/// rows, so many days. The bot learns nothing from them; a person does.
/// </summary>
public sealed partial class QuestionNotes : IAsyncDisposable
{
    /// <summary>How many days a note is kept after it last came.</summary>
    public const int DaysKept = 180;

    /// <summary>How many notes are kept; the oldest go first.</summary>
    public const int MostKept = 10_000;

    // Nobody types so much between two writes; a flood is not worth the memory.
    private const int MostWaiting = 1000;

    private static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(1);

    private readonly IDbContextFactory<BotContext> _contexts;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<(string Outcome, string Text, string Reading), QuestionNote> _waiting = [];
    private readonly WriteBehind _behind;
    private DateOnly? _sweptOn;

    internal QuestionNotes(IDbContextFactory<BotContext> contexts, TimeProvider clock, ILogger<QuestionNotes> log)
    {
        (_contexts, _log) = (contexts, log);
        _behind = new WriteBehind(clock, FlushEvery, () => _waiting.IsEmpty, WriteAsync);
    }

    /// <summary>Takes a note; the same one again is counted.</summary>
    public void Take(string text, string reading, string outcome, string language, DateOnly day)
    {
        (text, reading) = (Cut(text, QuestionNote.LongestText), Cut(reading, QuestionNote.LongestReading));
        var key = (outcome, text, reading);
        if (_waiting.Count >= MostWaiting && !_waiting.ContainsKey(key))
        {
            return;
        }

        _waiting.AddOrUpdate(key, _ => Of(1), (_, before) => Of(before.Count + 1));

        QuestionNote Of(int count) =>
            new()
            {
                Text = text,
                Reading = reading,
                Outcome = outcome,
                Language = language,
                Day = day,
                Count = count,
            };
    }

    /// <summary>All notes, the most frequent first.</summary>
    public async Task<IReadOnlyList<QuestionNote>> ReadAsync(CancellationToken cancellationToken)
    {
        await FlushAsync();
        await using var db = _contexts.CreateDbContext();
        return await db
            .QuestionNotes.AsNoTracking()
            .OrderByDescending(n => n.Count)
            .ThenByDescending(n => n.Day)
            .ThenBy(n => n.Text)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The newest questions that were not understood.</summary>
    public async Task<IReadOnlyList<OpenQuestion>> NewestAsync(int most, CancellationToken cancellationToken)
    {
        await FlushAsync();
        await using var db = _contexts.CreateDbContext();
        var notes = await db
            .QuestionNotes.AsNoTracking()
            .Where(n => n.Outcome != "up" && n.Outcome != "down")
            .OrderByDescending(n => n.Day)
            .ThenByDescending(n => n.Count)
            .ThenBy(n => n.Text)
            .Take(most)
            .ToListAsync(cancellationToken);
        return notes.ConvertAll(n => new OpenQuestion(n.Text, Words(n.Reading), n.Day, n.Count));
    }

    // A reading that was blocked names by what, and the words.
    private static string Words(string reading) =>
        reading.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at && !reading.Contains('(', StringComparison.Ordinal)
            ? reading[(at + 2)..]
            : "";

    /// <summary>Writes what was noted; called by the clock and at shutdown.</summary>
    public Task FlushAsync() => _behind.FlushAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _behind.DisposeAsync();

    private async Task WriteAsync()
    {
        var notes = new List<QuestionNote>();
        foreach (var (key, _) in _waiting)
        {
            if (_waiting.TryRemove(key, out var note))
            {
                notes.Add(note);
            }
        }

        try
        {
            await using var db = _contexts.CreateDbContext();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var note in notes)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO question_notes ("Outcome", "Text", "Reading", "Language", "Day", "Count")
                    VALUES ({note.Outcome}, {note.Text}, {note.Reading}, {note.Language}, {note.Day}, {note.Count})
                    ON CONFLICT ("Outcome", "Text", "Reading") DO UPDATE SET "Language" = excluded."Language", "Day" = excluded."Day",
                        "Count" = question_notes."Count" + excluded."Count"
                    """
                );
            }

            if (notes.Count > 0)
            {
                await SweepAsync(db, notes.Max(n => n.Day));
            }

            await transaction.CommitAsync();
        }
        catch (DbException e)
        {
            // A note is worth a line of the log, not a retry that could grow.
            LogNotWritten(_log, notes.Count, e);
        }
    }

    private async Task SweepAsync(BotContext db, DateOnly today)
    {
        var surplus = await db.QuestionNotes.CountAsync() - MostKept;
        if (surplus <= 0 && _sweptOn == today)
        {
            return;
        }

        _sweptOn = today;
        var oldest = today.AddDays(-DaysKept);
        await db.QuestionNotes.Where(n => n.Day < oldest).ExecuteDeleteAsync();
        if (surplus > 0)
        {
            var last = await db.QuestionNotes.OrderBy(n => n.Day).ThenBy(n => n.Count).Take(surplus).ToListAsync();
            db.QuestionNotes.RemoveRange(last);
            await db.SaveChangesAsync();
        }
    }

    // No half of a surrogate pair at the end: PostgreSQL would refuse it. Nor a zero character.
    private static string Cut(string text, int most)
    {
        text = string.Join(' ', text.Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    [LoggerMessage(1, LogLevel.Warning, "{Count} notes about questions could not be written and are lost")]
    private static partial void LogNotWritten(ILogger log, int count, Exception error);
}
