using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Questions;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Asking;

/// <summary>
/// Reads questions, each once: reading is a pure function of the words, the catalogue, the day and what was asked before, and an
/// office asks the same things all day. Nothing about the asker is part of a reading, so nothing crosses rights.
/// </summary>
internal sealed class KnownReadings(QuestionReader reader) : IDisposable
{
    private const int MostKept = 10_000;
    private const int LongestKept = 300;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public Reading Read(Question question, Catalogue catalogue)
    {
        if (question.Text.Length > LongestKept)
        {
            return reader.Read(question, catalogue);
        }

        var key = new Key(question.Text, question.Today, question.Locale, question.Dialogue, catalogue.Version);
        if (_cache.TryGetValue(key, out Reading? known) && known is not null)
        {
            return known;
        }

        var reading = reader.Read(question, catalogue);
        using var entry = _cache.CreateEntry(key);
        entry.Size = 1;
        entry.SlidingExpiration = TimeSpan.FromMinutes(10);
        entry.Value = reading;
        return reading;
    }

    public void Dispose() => _cache.Dispose();

    private sealed record Key(string Text, DateOnly Today, Language? Locale, DialogueState? Dialogue, long CatalogueVersion);
}
