using System.Diagnostics.Metrics;
using Bot.Indicators.Contacts;
using Bot.Models;
using Bot.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Models;

/// <summary>The gate over the real Azure client, which asks the scripted model; time is the test's.</summary>
internal static class ScriptedGate
{
    public static ModelGate To(
        ScriptedModel model,
        TimeProvider clock,
        Action<ModelOptions>? change = null,
        ILoggerFactory? logs = null,
        IMeterFactory? meters = null,
        string? redis = null,
        params IReadOnlyList<Contact> contacts
    )
    {
        var options = new ModelOptions
        {
            Endpoint = model.Url,
            Deployment = ScriptedModel.Deployment,
            ApiKey = ScriptedModel.Key,
        };
        change?.Invoke(options);
        var bound = Options.Create(options);
        return new ModelGate(
            bound,
            new ModelLimits(),
            new TokenBudget(bound, new RedisLink(redis, clock, NullLogger<RedisLink>.Instance), clock),
            new ModelMeters(meters ?? new Meters()),
            new Redaction(() => contacts),
            clock,
            logs ?? NullLoggerFactory.Instance
        );
    }

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose() { }
    }
}
