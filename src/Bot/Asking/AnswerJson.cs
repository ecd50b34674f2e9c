using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Results;

namespace Bot.Asking;

/// <summary>The answer as <c>ask --json</c> prints it: one line, the members of the contract.</summary>
internal static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Answer answer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("text", answer.Message.Summary);
            json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(answer.Outcome.ToString()));
            json.WriteStartObject("query");
            if (answer.Query is { } query)
            {
                json.WriteString("kind", query.Kind);
                json.WriteString("canonical", query.ToString());
            }

            json.WriteEndObject();
            var facts = answer.Result is { } result ? ToldFacts.Of(result) : new ToldFacts();
            Array(json, "values", facts.Figures, Figure);
            Array(json, "obligations", facts.Obligations, Obligation);
            Array(json, "findings", facts.Findings, Finding);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Figure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteString("orgUnit", figure.Unit.Value);
        json.WriteString("indicator", figure.Indicator.Value);
        json.WriteString("basis", figure.Basis.Value);
        json.WriteString("period", figure.Period.ToString());
        Number(json, "value", figure.Amount);
        json.WriteString("unit", figure.Measure.Code);
        json.WriteString("text", figure.Words);
        Origin(json, figure.Provenance);
    }

    private static void Obligation(Utf8JsonWriter json, Obligation obligation)
    {
        json.WriteString("orgUnit", obligation.Unit.Value);
        json.WriteString("type", obligation.Type.Value);
        json.WriteString("period", obligation.Period.ToString());
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(obligation.State.ToString()));
        Day(json, "deadline", obligation.Deadline);
        json.WriteString("documentNumber", obligation.DocumentNumber);
        Day(json, "issuedOn", obligation.IssuedOn);
        Origin(json, obligation.Provenance);
    }

    private static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("orgUnit", finding.Unit.Value);
        json.WriteString("inspection", finding.Inspection?.Value);
        json.WriteString("polarity", JsonNamingPolicy.CamelCase.ConvertName(finding.Polarity.ToString()));
        json.WriteString("text", finding.Text.Vietnamese);
        json.WriteString("textEn", finding.Text.English);
        Origin(json, finding.Provenance);
    }

    private static void Origin(Utf8JsonWriter json, Provenance provenance)
    {
        Day(json, "asOf", provenance.AsOf);
        json.WriteString("source", provenance.Source?.Code);
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    private static void Number(Utf8JsonWriter json, string name, Amount? amount)
    {
        json.WritePropertyName(name);
        if (amount is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(amount.ToString());
        }
    }
}
