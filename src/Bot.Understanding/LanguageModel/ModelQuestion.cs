using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Indicators;
using Bot.Understanding.Questions;

namespace Bot.Understanding.LanguageModel;

/// <summary>What the model is sent of a question, as JSON, in which the asker's words are one value among others.</summary>
internal static class ModelQuestion
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Question question, Candidates candidates)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("question", question.Text);
            json.WriteString("today", question.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("last_query", question.Dialogue?.LastQuery?.ToString());
            List(json, "units", candidates.Units, unit => Named(json, unit.Code, unit.Names));
            List(
                json,
                "indicators",
                candidates.Indicators,
                indicator =>
                {
                    Named(json, indicator.Code, indicator.Names);
                    json.WriteString("area", indicator.Area);
                    List(json, "bases", indicator.Bases, basis => Named(json, basis.Code, basis.Names));
                }
            );
            List(json, "plans_and_reports", candidates.ObligationTypes, type => Named(json, type.Code, type.Names));
            List(json, "projects", candidates.Projects, project => Named(json, project.Code, project.Names));
            List(
                json,
                "inspections",
                candidates.Inspections,
                inspection =>
                {
                    json.WriteString("code", inspection.Code.Value);
                    json.WriteString("date", inspection.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                    json.WriteString("units", string.Join(' ', inspection.Units));
                }
            );
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Named(Utf8JsonWriter json, Code code, Names names)
    {
        json.WriteString("code", code.Value);
        json.WriteString("vi", names.Vietnamese);
        json.WriteString("en", names.English);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
