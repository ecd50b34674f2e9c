using System.Diagnostics.Metrics;
using Bot.Telemetry;

namespace Bot.Models;

/// <summary>What the model is asked, how that ends and how long it takes. Tokens stand under OpenTelemetry's own names (<c>gen_ai.client.*</c>).</summary>
internal sealed class ModelMeters
{
    public const string Calls = "bot.model.duration";
    public const string Tokens = "bot.model.tokens";
    public const string Sent = "input";
    public const string Received = "output";

    /// <summary>The outcome of an answer that came whole.</summary>
    public const string Answered = "Answered";

    /// <summary>The outcome of a call that its caller gave up.</summary>
    public const string Cancelled = "Cancelled";

    private readonly Histogram<double> _calls;
    private readonly Counter<long> _tokens;

    public ModelMeters(IMeterFactory meters)
    {
        var meter = meters.Create(BotMeters.Name);
        _calls = meter.CreateHistogram<double>(Calls, "s", "Calls of the language model by how they ended");
        _tokens = meter.CreateCounter<long>(Tokens, "{token}", "Tokens sent and received");
    }

    public void Ended(string outcome, TimeSpan took) =>
        _calls.Record(took.TotalSeconds, new KeyValuePair<string, object?>("bot.model.outcome", outcome));

    public void Used(long sent, long received)
    {
        _tokens.Add(sent, new KeyValuePair<string, object?>("gen_ai.token.type", Sent));
        _tokens.Add(received, new KeyValuePair<string, object?>("gen_ai.token.type", Received));
    }
}
