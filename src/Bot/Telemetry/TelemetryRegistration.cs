using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bot.Telemetry;

/// <summary>Traces and metrics go out over OTLP when the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to; otherwise nothing is collected.</summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BotMeters>();
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder
            .Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(BotMeters.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics =>
                metrics.AddMeter(BotMeters.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
            )
            .UseOtlpExporter();
    }
}
