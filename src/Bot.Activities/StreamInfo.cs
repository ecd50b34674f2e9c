using System.Globalization;
using System.Text.Json;

namespace Bot.Activities;

/// <summary>
/// The marks of a message that Teams shows while it is made, in a personal chat: lines of progress, each in the place of the one before,
/// and the message that ends them (bot-protocol 6.5).
/// </summary>
public static class StreamInfo
{
    private const string Type = "streaminfo";

    /// <summary>The mark of a line of progress.</summary>
    /// <param name="sequence">Which line of the stream it is, from 1.</param>
    /// <param name="streamId">The id that the channel gave to the first line; null for that one.</param>
    public static Entity Progress(int sequence, string? streamId) =>
        Of(
            string.Create(CultureInfo.InvariantCulture, $"\"streamType\":\"informative\",\"streamSequence\":{sequence}")
                + (streamId is null ? "" : $",{Id(streamId)}")
        );

    /// <summary>The message as the end of its stream.</summary>
    public static Activity End(Activity message, string streamId)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message with { Entities = [.. message.Entities ?? [], Of($"\"streamType\":\"final\",{Id(streamId)}")] };
    }

    private static string Id(string streamId) => $"\"streamId\":\"{JsonEncodedText.Encode(streamId)}\"";

    private static Entity Of(string members) =>
        new()
        {
            Type = Type,
            Members = RawJson
                .FromText($"{{{members}}}")
                .Parse()
                .EnumerateObject()
                .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal),
        };
}
