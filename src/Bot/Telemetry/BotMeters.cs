using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bot.Telemetry;

/// <summary>What the bot counts and traces, by the names that dashboards use.</summary>
internal sealed class BotMeters
{
    public const string Name = "Bot";

    private readonly Histogram<double> _turns;
    private readonly Counter<long> _votes;

    public BotMeters(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _turns = meter.CreateHistogram<double>("bot.turn.duration", "s", "From reading an activity to its reply being ready");
        _votes = meter.CreateCounter<long>("bot.feedback", "{vote}", "Judgements of answers");
    }

    public static ActivitySource Source { get; } = new(Name);

    public void Answered(string kind, string outcome, TimeSpan took) =>
        _turns.Record(took.TotalSeconds, new("bot.query.kind", kind), new KeyValuePair<string, object?>("bot.outcome", outcome));

    public void Judged(bool good) => _votes.Add(1, new KeyValuePair<string, object?>("bot.vote", good ? "up" : "down"));
}
