using Bot.Indicators.Periods;
using Bot.Reminders.Digest;
using Bot.Reminders.Planning;
using Bot.Store;
using Bot.Store.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Bot.Reminders.Scheduling;

/// <summary>
/// Runs planning by Quartz on the store's own database: persistent, so that an hour that passed while nobody ran is made up at the next
/// start, and on PostgreSQL clustered, so that of several instances one plans. The scheduler is built after the server listens, in
/// services of its own: nobody who asks a question waits for it.
/// </summary>
internal sealed class ReminderSchedule(IServiceProvider services, IHostApplicationLifetime life, ILogger<ReminderSchedule> log)
    : BackgroundService
{
    private const string Name = "reminders";
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!services.GetRequiredService<IOptions<RemindersOptions>>().Value.Enabled)
        {
            return;
        }

        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(listening.SetResult);
        try
        {
            await listening.Task.WaitAsync(stoppingToken);
            while (!await TryRunAsync(stoppingToken))
            {
                await Task.Delay(Again, TimeProvider.System, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    // The bot answers questions also where its reminders cannot start, and the watchdog tells the administrators.
    private async Task<bool> TryRunAsync(CancellationToken stop)
    {
        try
        {
            await using var quartz = Quartz();
            var scheduler = quartz.GetRequiredKeyedService<IScheduler>(Name);
            await ScheduleAsync(scheduler, stop);
            await scheduler.Start(stop);
            await MakeUpAsync(scheduler, stop);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            }
            finally
            {
                await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
            }

            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.ScheduleNotStarted(log, e);
            return false;
        }
    }

    private async Task ScheduleAsync(IScheduler scheduler, CancellationToken stop)
    {
        var cron = PlanningCron.Read(services.GetRequiredService<IOptions<RemindersOptions>>().Value.Cron);
        var job = JobBuilder.Create<DailyPlanning>().WithIdentity(Name).RequestRecovery().Build();
        var trigger = TriggerBuilder
            .Create()
            .WithIdentity(Name)
            .WithSchedule(
                CronScheduleBuilder
                    .Create(cron.CronExpressionString)
                    .InTimeZone(CityDay.Zone)
                    .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)
            )
            .Build();
        // What is stored stays, with the hour that it missed, unless the setting was changed.
        if (
            await scheduler.GetTrigger(trigger.Key, stop) is ICronTrigger stored
            && stored.CronExpressionString == cron.CronExpressionString
        )
        {
            await scheduler.AddJob(job, AddJobOptions.ReplacingAndStoringNonDurable, stop);
            Log.Scheduled(log, cron.CronExpressionString, stored.NextFireTimeUtc);
            return;
        }

        await scheduler.DeleteJob(job.Key, stop);
        Log.Scheduled(log, cron.CronExpressionString, await scheduler.ScheduleJob(job, trigger, cancellationToken: stop));
    }

    // What failed, or was stopped with the process, is not made up by Quartz; a first start has nothing to make up.
    private async Task MakeUpAsync(IScheduler scheduler, CancellationToken stop)
    {
        if (
            await services.GetRequiredService<NoticeLedger>().FirstRunAsync(stop) is not null
            && await services.GetRequiredService<PassedHour>().FindAsync(stop) is not null
        )
        {
            await scheduler.TriggerJob(new JobKey(Name), cancellationToken: stop);
        }
    }

    private ServiceProvider Quartz()
    {
        var store = services.GetRequiredService<IOptions<StoreOptions>>().Value;
        return new ServiceCollection()
            .AddSingleton(services.GetRequiredService<ILoggerFactory>())
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton(services.GetRequiredService<ReminderPlanner>())
            .AddSingleton(services.GetRequiredService<WeeklyDigest>())
            .AddSingleton(TimeProvider.System)
            .AddQuartz(
                Name,
                quartz =>
                {
                    // Alone on its database it keeps its name, and knows after a kill what it was about; in a cluster each has its own.
                    quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
                    // Its waiting is real, also where the bot's day is fixed.
                    quartz.UseTimeProvider(TimeProvider.System);
                    quartz.UsePersistentStore(database =>
                    {
                        if (store.IsPostgres)
                        {
                            database.UsePostgres(store.ConnectionString);
                            database.UseClustering(options => options.CheckinInterval = CheckIn);
                        }
                        else
                        {
                            database.UseSqlite(store.ConnectionString);
                        }

                        database.ProvisionSchema();
                    });
                }
            )
            .BuildServiceProvider();
    }
}
