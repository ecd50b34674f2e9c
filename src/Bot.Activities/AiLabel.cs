namespace Bot.Activities;

/// <summary>The mark that Teams puts on a message in which AI took part.</summary>
public static class AiLabel
{
    /// <summary>The entity of such a message; shared, so nobody adds to it.</summary>
    public static Entity Entity { get; } =
        new()
        {
            Type = "https://schema.org/Message",
            Members = RawJson
                .FromText("""{"@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"]}""")
                .Parse()
                .EnumerateObject()
                .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal),
        };
}
