using System.Text.Encodings.Web;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Understanding.LanguageModel;

/// <summary>A mapping of YAML, read without reflection.</summary>
internal sealed class FrontMatter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly YamlMappingNode _node;

    private FrontMatter(YamlMappingNode node) => _node = node;

    public static FrontMatter Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return new((YamlMappingNode)stream.Documents[0].RootNode);
    }

    public bool Has(string name) => _node.Children.ContainsKey(name);

    public string Text(string name) => ((YamlScalarNode)_node[name]).Value ?? "";

    public FrontMatter Under(string name) => new((YamlMappingNode)_node[name]);

    public IEnumerable<FrontMatter> List(string name) =>
        ((YamlSequenceNode)_node[name]).Select(item => new FrontMatter((YamlMappingNode)item));

    /// <summary>The member as JSON: plain numbers, true, false and null are such, all else is text.</summary>
    public JsonElement Json(string name)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, _node[name]);
        }

        return JsonElement.Parse(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (key, value) in mapping.Children)
                {
                    json.WritePropertyName(((YamlScalarNode)key).Value ?? "");
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: var plain }
                when plain is null or "" or "~" or "null" or "true" or "false" || IsNumber(plain):
                json.WriteRawValue(plain is null or "" or "~" ? "null" : plain);
                break;
            default:
                json.WriteStringValue(((YamlScalarNode)node).Value);
                break;
        }
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(
            text,
            System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture,
            out _
        );
}
