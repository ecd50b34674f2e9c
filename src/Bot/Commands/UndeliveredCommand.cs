using System.CommandLine;
using Bot.Delivery.Outgoing;
using Bot.Delivery.Recovery;

namespace Bot.Commands;

/// <summary>
/// <c>undelivered [--again]</c>: lists the messages that were given up, each with its reason, and sends them again as if they had never been
/// tried.
/// </summary>
internal static class UndeliveredCommand
{
    private const int Most = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var again = new Option<bool>("--again") { Description = "Send them again" };
        var command = new Command("undelivered", CommandStrings.Undelivered) { again };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(again), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool again, CancellationToken cancellationToken)
    {
        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var letters = host.Get<DeadLetters>();
        var dead = await letters.ListAsync(Most, cancellationToken);
        foreach (var letter in dead)
        {
            var kind = letter.Kind.Length > 0 ? letter.Kind : "answer";
            await Console.Out.WriteLineAsync($"{letter.Id} {kind} {letter.Recipient}: {letter.Reason} ({letter.Attempts})");
        }

        await Console.Out.WriteLineAsync($"{dead.Count} undelivered");
        List<DeadLetter> replayed = again ? [.. dead.Where(letter => letter.MayBeReplayed)] : [];
        if (replayed.Count > 0)
        {
            await letters.ReplayAsync([.. replayed.Select(letter => letter.Id)], cancellationToken);
            var end = await host.Get<NoticeDispatch>().SettleAsync([.. replayed.Select(letter => letter.Key)], Patience, cancellationToken);
            await Console.Out.WriteLineAsync(
                $"again: {end.Sent} sent, {end.Suppressed} suppressed, {end.Dead} undelivered, {end.Waiting} waiting"
            );
        }

        return 0;
    }
}
