using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bot.AdaptiveCards;

/// <summary>
/// Writes members of a card's JSON; one that is null is left out. By hand, for the start: a serializer's converters for two dozen
/// enums are two thousand methods that no build can compile ahead.
/// </summary>
internal sealed class CardWriter(Utf8JsonWriter json)
{
    public CardWriter Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }

        return this;
    }

    public CardWriter Flag(string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }

        return this;
    }

    public CardWriter Number(string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }

        return this;
    }

    /// <summary>A word as the schema's own members write it: <c>extraLarge</c>.</summary>
    public CardWriter Word<T>(string name, T? value)
        where T : struct, Enum => Text(name, value is { } word ? Words<T>.Camel[Unsafe.As<T, int>(ref word)] : null);

    /// <summary>A word as Teams' later elements write it: <c>ExtraLarge</c>.</summary>
    public CardWriter Name<T>(string name, T? value)
        where T : struct, Enum => Text(name, value is { } word ? Words<T>.Names[Unsafe.As<T, int>(ref word)] : null);

    public CardWriter Texts(string name, IReadOnlyList<string>? values)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        return this;
    }

    public CardWriter Texts(string name, IReadOnlyDictionary<string, string>? values)
    {
        if (values is not null)
        {
            json.WriteStartObject(name);
            foreach (var (key, value) in values)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        return this;
    }

    public CardWriter Part(string name, CardPart? part)
    {
        if (part is not null)
        {
            json.WritePropertyName(name);
            Write(part);
        }

        return this;
    }

    public CardWriter Parts(string name, IReadOnlyList<CardPart>? parts)
    {
        if (parts is not null)
        {
            json.WriteStartArray(name);
            foreach (var part in parts)
            {
                Write(part);
            }

            json.WriteEndArray();
        }

        return this;
    }

    public void Write(CardPart part)
    {
        json.WriteStartObject();
        Text("type", part.Type);
        part.Write(this);
        json.WriteEndObject();
    }

    // The names of an enum whose members are numbered from 0.
    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly string[] Names = typeof(T).GetEnumNames();
        public static readonly string[] Camel = Array.ConvertAll(Names, JsonNamingPolicy.CamelCase.ConvertName);
    }
}
