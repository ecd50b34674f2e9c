using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Questions;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Asking;

/// <summary>
/// Reads questions, each once: reading is a pure function of the words, the catalogue, the day and what it recalls of the dialogue, and
/// an office asks the same things all day. Of the asker a reading holds the unit where the words speak of it, and no right.
/// </summary>
internal sealed class KnownReadings(QuestionReader reader) : IDisposable
{
    private const int MostKept = 20_000;
    private const int LongestKept = 300;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public Reading Read(Question question, Catalogue catalogue)
    {
        if (question.Text.Length > LongestKept)
        {
            return reader.Read(question, catalogue);
        }

        var words = new Words(question.Text, question.Today, question.Locale, catalogue.Version);
        var seen = _cache.TryGetValue(words, out Recalled[]? kept) && kept is not null ? kept : [];
        foreach (var recalls in seen)
        {
            if (_cache.TryGetValue(Key(words, recalls, question), out Reading? known) && known is not null)
            {
                return known;
            }
        }

        var reading = reader.Read(question, catalogue, out var recalled);
        // What these words recall differs from dialogue to dialogue: each way of recalling is a key of its own, as narrow as it was seen.
        if (!seen.Contains(recalled))
        {
            Keep(words, (Recalled[])[.. seen, recalled]);
        }

        Keep(Key(words, recalled, question), reading);
        return reading;
    }

    public void Dispose() => _cache.Dispose();

    private void Keep(object key, object value)
    {
        using var entry = _cache.CreateEntry(key);
        entry.Size = 1;
        entry.SlidingExpiration = TimeSpan.FromMinutes(10);
        entry.Value = value;
    }

    private static InDialogue Key(Words words, Recalled recalls, Question question)
    {
        var dialogue = question.Dialogue;
        return new(
            words,
            recalls,
            recalls.HasFlag(Recalled.Own) ? question.Own : null,
            recalls.HasFlag(Recalled.LastQuery) ? dialogue?.LastQuery : null,
            recalls.HasFlag(Recalled.Choices) ? dialogue?.Choices ?? [] : [],
            recalls.HasFlag(Recalled.Language) ? dialogue?.Language : null,
            recalls.HasFlag(Recalled.Earlier) ? dialogue?.Earlier ?? [] : [],
            recalls.HasFlag(Recalled.Unsettled) ? dialogue?.Unsettled : null,
            recalls.HasFlag(Recalled.Unsettled) ? dialogue?.Otherwise : null
        );
    }

    private sealed record Words(string Text, DateOnly Today, Language? Locale, long CatalogueVersion);

    private sealed record InDialogue(
        Words Words,
        Recalled Recalls,
        OrgUnitCode? Own,
        StoreQuery? LastQuery,
        ValueList<Query> Choices,
        Language? Language,
        ValueList<StoreQuery> Earlier,
        BlockedBy? Unsettled,
        StoreQuery? Otherwise
    );
}
