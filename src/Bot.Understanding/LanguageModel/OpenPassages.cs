using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Understanding.Statements;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// What the model is sent of a document, as JSON: the sentences that are open, each with the one before it, and the names and codes that
/// they may be about. No figure of the store, and nothing else of the document.
/// </summary>
internal sealed class OpenPassages
{
    private const int MostUnits = 20;
    private const int MostIndicators = 30;
    private const int LongestPassage = 1_200;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly NamedInText _named;

    public OpenPassages(string text, NamedInText named, IReadOnlyList<OpenPassage> open, Catalogue catalogue)
    {
        _named = named;
        Text = text;
        Passages = [.. open.Select(passage => named.Around(passage.Quote)).Where(quote => quote.Text.Length <= LongestPassage).Distinct()];
        Units = [.. named.Units.Take(MostUnits)];
        AllNames = [.. catalogue.Indicators.Select(indicator => indicator.Names)];
        Indicators =
        [
            .. catalogue
                .Indicators.Where(i => Passages.Any(passage => NamedInText.Shares(passage.Text, i.Names, AllNames)))
                .Take(MostIndicators),
        ];
    }

    /// <summary>The document.</summary>
    public string Text { get; }

    /// <summary>The open sentences with their places.</summary>
    public IReadOnlyList<Quote> Passages { get; }

    /// <summary>The units that the document names.</summary>
    public IReadOnlyList<OrgUnit> Units { get; }

    /// <summary>The indicators whose names the open sentences touch.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The names of all indicators.</summary>
    public IReadOnlyCollection<Names> AllNames { get; }

    /// <summary>The language of the document.</summary>
    public Language Language =>
        Text.Normalize(NormalizationForm.FormD).Any(c => c is 'đ' or 'Đ' or '\u0302' or '\u0306' or '\u031b' or '\u0323')
            ? Language.Vietnamese
            : Language.English;

    public string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("published_on", _named.PublishedOn?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartArray("passages");
            foreach (var passage in Passages)
            {
                json.WriteStringValue(passage.Text);
            }

            json.WriteEndArray();
            json.WriteStartArray("units");
            foreach (var unit in Units)
            {
                json.WriteStartObject();
                Named(json, unit.Code, unit.Names);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("indicators");
            foreach (var indicator in Indicators)
            {
                json.WriteStartObject();
                Named(json, indicator.Code, indicator.Names);
                json.WriteString("measured_in", indicator.Unit.Code);
                json.WriteStartArray("bases");
                foreach (var basis in indicator.Bases)
                {
                    json.WriteStartObject();
                    Named(json, basis.Code, basis.Names);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Named(Utf8JsonWriter json, Code code, Names names)
    {
        json.WriteString("code", code.Value);
        json.WriteString("vi", names.Vietnamese);
        json.WriteString("en", names.English);
    }
}
