using System.Diagnostics.Metrics;
using Bot.Models;
using Bot.Telemetry;

namespace Bot.Evaluating;

/// <summary>What the language model was asked while this counts, out of the meters that dashboards read too.</summary>
internal sealed class ModelTally : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<double> _seconds = [];
    private long _sent;
    private long _received;
    private int _answered;

    public ModelTally()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == BotMeters.Name && instrument.Name is ModelMeters.Calls or ModelMeters.Tokens)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, took, tags, _) => Ended(took, Tag(tags)));
        _listener.SetMeasurementEventCallback<long>((_, tokens, tags, _) => Used(tokens, Tag(tags)));
        _listener.Start();
    }

    /// <summary>How often it was asked, and how many of that brought a whole answer.</summary>
    public Share Calls => new(_answered, _seconds.Count);

    /// <summary>The tokens sent and received.</summary>
    public (long Sent, long Received) Tokens => (_sent, _received);

    /// <summary>Half, and all but a hundredth, of the calls took less.</summary>
    public (TimeSpan Median, TimeSpan Slow) Took
    {
        get
        {
            double[] sorted = [.. _seconds.Order()];
            return sorted.Length == 0
                ? default
                : (TimeSpan.FromSeconds(sorted[sorted.Length / 2]), TimeSpan.FromSeconds(sorted[(int)(sorted.Length * 0.99)]));
        }
    }

    /// <summary>What that cost; null where no price is configured.</summary>
    public decimal? CostAt(ModelOptions prices) =>
        prices is { InputPrice: { } input, OutputPrice: { } output } ? (_sent * input + _received * output) / 1_000_000 : null;

    public void Dispose() => _listener.Dispose();

    private void Ended(double seconds, string? outcome)
    {
        lock (_lock)
        {
            _seconds.Add(seconds);
            _answered += outcome == ModelMeters.Answered ? 1 : 0;
        }
    }

    private void Used(long tokens, string? type)
    {
        lock (_lock)
        {
            _sent += type == ModelMeters.Sent ? tokens : 0;
            _received += type == ModelMeters.Received ? tokens : 0;
        }
    }

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.Length == 0 ? null : tags[0].Value as string;
}
