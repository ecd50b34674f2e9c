using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Readings;
using Bot.Understanding.Questions;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Models;

/// <summary>
/// Questions that the model has read already: the words, the query before, the day and the catalogue lead to the same query for everybody.
/// Kept is a checked reading's query in canonical text and nothing else, no answer and nobody's name; what may be seen of it is decided
/// when it is run. Kept in memory, and with Redis for all instances; a query that comes out of there is read like one from a button.
/// </summary>
internal sealed class ModelReadings(RedisLink redis) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly ConditionalWeakTable<Catalogue, string> Prints = [];

    // Rules, words and prompts are all in this module: another build of it may read otherwise.
    private static readonly Guid Rules = typeof(QuestionReader).Module.ModuleVersionId;

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    /// <summary>The reading of the question; asks only where it is not known yet.</summary>
    /// <param name="question">The question.</param>
    /// <param name="catalogue">The catalogue that it is read with.</param>
    /// <param name="before">What the rules made of it: their offers stay beside the model's.</param>
    /// <param name="ask">Asks the model; null where nothing that it said holds.</param>
    public async ValueTask<Reading?> ReadAsync(Question question, Catalogue catalogue, Reading before, Func<Task<Reading?>> ask)
    {
        var key = KeyOf(question, catalogue, before);
        if ((_memory.Get<string>(key) ?? await redis.TryAsync(async db => (string?)await db.StringGetAsync(key))) is { } known)
        {
            if (KeptReading.Read(known, question, catalogue, before) is { } reading)
            {
                Remember(key, known);
                return reading;
            }
        }

        var asked = await ask();
        if (asked is not null && KeptReading.Write(asked) is { } kept)
        {
            Remember(key, kept);
            await redis.TryAsync(db => db.StringSetAsync(key, kept, Kept));
        }

        return asked;
    }

    public void Dispose() => _memory.Dispose();

    private void Remember(string key, string kept) =>
        _memory.Set(key, kept, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    // The words as they were typed but for what changes no reading; the question itself goes nowhere.
    private static string KeyOf(Question question, Catalogue catalogue, Reading before)
    {
        var words = string.Join(
            ' ',
            question.Text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{words}\n{question.Dialogue?.LastQuery}\n{question.Today:yyyyMMdd}\n{before.Language}\n{Rules}\n{Prints.GetValue(catalogue, Print)}"
        );
        return $"bot:model:reading:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
    }

    // Two stores may count their versions alike; what they have is not alike.
    private static string Print(Catalogue catalogue)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var unit in catalogue.Units)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{unit.Code}\n{unit.Names.Vietnamese}\n"));
        }

        foreach (var indicator in catalogue.Indicators)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{indicator.Code}\n{indicator.Names.Vietnamese}\n"));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{catalogue.Version}:{Convert.ToHexString(hash.GetHashAndReset())}");
    }
}
