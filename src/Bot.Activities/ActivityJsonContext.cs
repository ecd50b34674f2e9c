using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Activities.Outbound;

namespace Bot.Activities;

/// <summary>The wire format. Use <see cref="Wire"/> and <see cref="Outgoing"/>; the generated <c>Default</c> would escape Vietnamese letters.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = Depth
)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(string))]
public sealed partial class ActivityJsonContext : JsonSerializerContext
{
    internal const int Depth = 128;

    /// <summary>Everything as it came, nothing lost: reading what a channel sends, storing activities and references.</summary>
    public static ActivityJsonContext Wire => WireFormat.Wire;

    /// <summary>An activity as a bot sends it: without id, timestamps, empty texts and empty lists (ACT A2004, A2031, A2041).</summary>
    public static JsonTypeInfo<Activity> Outgoing => WireFormat.Outgoing;

    internal static JsonTypeInfo<ConversationParameters> OutgoingParameters => WireFormat.OutgoingParameters;
}

// Apart from the context, whose generated half makes no promise about the order of static fields.
internal static class WireFormat
{
    public static ActivityJsonContext Wire { get; } =
        new(new JsonSerializerOptions(ActivityJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static JsonTypeInfo<Activity> Outgoing { get; } = OutgoingOptions().Of<Activity>();

    public static JsonTypeInfo<ConversationParameters> OutgoingParameters { get; } = OutgoingOptions().Of<ConversationParameters>();

    private static JsonSerializerOptions OutgoingOptions() =>
        new(Wire.Options) { TypeInfoResolver = Wire.WithAddedModifier(LeaveOutWhatBotsDoNotSend) };

    private static JsonTypeInfo<T> Of<T>(this JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static void LeaveOutWhatBotsDoNotSend(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (type.Type == typeof(Activity) && property.Name is "id" or "timestamp" or "localTimestamp")
            {
                property.ShouldSerialize = static (_, _) => false;
            }
            else if (property.PropertyType == typeof(string))
            {
                property.ShouldSerialize = static (_, value) => value is string { Length: > 0 };
            }
            else if (property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && !property.IsExtensionData)
            {
                property.ShouldSerialize = static (_, value) => value is not (null or ICollection { Count: 0 });
            }
        }
    }
}
