using Bot.Telemetry;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>The way to the language model, where one is configured. Nothing is made before the first call that needs it.</summary>
internal sealed class ModelGate(
    IOptions<ModelOptions> options,
    ModelLimits limits,
    TokenBudget budget,
    ModelMeters meters,
    Redaction redaction,
    TimeProvider clock,
    ILoggerFactory logs
)
{
    private readonly Lazy<IChatClient> _client = new(() => Connect(options.Value, limits, meters, redaction, clock, logs));

    /// <summary>Whether a model is configured.</summary>
    public bool IsOpen { get; } = options.Value.IsOn;

    /// <summary>
    /// The model for one person; null where none is configured. Its calls throw <see cref="Understanding.LanguageModel.ModelUnavailableException"/>
    /// and nothing else but the caller's own cancellation.
    /// </summary>
    /// <param name="asker">Whose budget it is; never sent.</param>
    public IChatClient? For(string asker) => IsOpen ? new BudgetedChatClient(new LateChatClient(_client), budget, asker) : null;

    private static IChatClient Connect(
        ModelOptions options,
        ModelLimits limits,
        ModelMeters meters,
        Redaction redaction,
        TimeProvider clock,
        ILoggerFactory logs
    )
    {
        var builder = AzureModel
            .Create(options, limits, AzureModel.Connection())
            .AsBuilder()
            .Use(inner => new MeteredChatClient(inner, meters, clock))
            .Use(inner => new ResilientChatClient(inner, limits, clock))
            .Use(inner => new RedactedChatClient(inner, redaction))
            .Use(inner => new CheckedChatClient(inner, limits))
            .UseOpenTelemetry(sourceName: BotMeters.Name, configure: static telemetry => telemetry.EnableSensitiveData = false);
        return (
            options.LogContent
                ? builder.Use(inner => new LoggedChatClient(inner, redaction, logs.CreateLogger<LoggedChatClient>()))
                : builder
        ).Build();
    }
}
