using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.AdaptiveCards;

/// <summary>Writes an enum as the schema's own members do: <c>extraLarge</c>. Teams' later elements use the names as they stand.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
