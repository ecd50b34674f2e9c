using Bot.Delivery;
using Bot.Delivery.Outgoing;
using Bot.NoticeHost;
using Bot.Store;

// Delivery as the bot wires it, in a process of its own that tests may kill, with nothing above it but planned notices and their composer.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Services.AddIndicatorStore(builder.Configuration);
builder.Services.AddActivities(builder.Configuration);
builder.Services.AddDelivery();
builder.Services.AddSingleton<TurnHandler>(static (_, _) => Task.FromResult(TurnReply.Nothing));
builder.Services.AddSingleton<IDeliveryComposer, PlainComposer>();
var app = builder.Build();
await StoreStart.PrepareAsync(app.Services);
await NoticePlan.WriteOnceAsync(app.Services, app.Configuration);
app.MapGet("/health/ready", static () => "ready");
await app.RunAsync();
