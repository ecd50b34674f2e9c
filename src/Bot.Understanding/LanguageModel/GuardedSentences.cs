using System.Text;
using System.Text.Json;
using Bot.Indicators.Results;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// The sentences of a summary that is still being written: each is shown when it is whole and <see cref="SummaryGuard"/> has let it
/// through, and the first that fails ends the summary. No part of a sentence is ever shown.
/// </summary>
internal sealed class GuardedSentences(SummaryGuard guard, IReadOnlyCollection<SaidFact> facts, Action<string> show)
{
    private int _seen;

    /// <summary>Whether the answer may go on after what has come of it so far.</summary>
    public bool GoesOn(string soFar)
    {
        foreach (var sentence in WholeIn(soFar).Skip(_seen))
        {
            _seen++;
            if (guard.Of([sentence], facts) is not { } passed)
            {
                return false;
            }

            show(passed);
        }

        return true;
    }

    // A text is whole when its closing quote has come. What is no such answer at all has none, and is judged at its end.
    private static List<string> WholeIn(string soFar)
    {
        var sentences = new List<string>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(soFar), isFinalBlock: false, state: default);
        try
        {
            var isList = false;
            while (reader.Read())
            {
                isList |=
                    reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("sentences"u8);
                isList &= reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.StartArray or JsonTokenType.String;
                if (isList && reader.TokenType == JsonTokenType.String && reader.CurrentDepth == 2)
                {
                    sentences.Add(reader.GetString()!);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return sentences;
        }

        return sentences;
    }
}
