using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks.Dispatch;
using Bot.Benchmarks.Load;
using Bot.Benchmarks.Scale;

// "load" compares whole turns over the wire with the bare endpoint, "model" those of a bot with a language model with those of one without,
// "reading" shows how reading grows with the catalogue, "planning" plans 100,000 obligations, "tables" imports and exports a million
// observations, "dispatch" compares the outbox with a bare loop, "pace" holds it against what Teams permits, in simulated time; everything
// else is BenchmarkDotNet's.
return args switch
{
    ["load", .. var rest] => await LoadRun.RunAsync(rest),
    ["model", .. var rounds] => await ModelPathRun.RunAsync(rounds is [var n] ? int.Parse(n, CultureInfo.InvariantCulture) : 7),
    ["reading"] => ReadingRun.Run(),
    ["tables", .. var size] => await TablesRun.RunAsync(size is [var n] ? int.Parse(n, CultureInfo.InvariantCulture) : 1_000_000),
    ["planning"] => await PlanningRun.RunAsync(),
    ["dispatch", .. var rounds] => await DispatchRun.RunAsync(rounds is [var n] ? int.Parse(n, CultureInfo.InvariantCulture) : 3),
    ["pace"] => await SimulatedRun.RunAsync(),
    ["bare", var address] => await BareBot.ServeAsync(address),
    _ => Benchmarks(args),
};

static int Benchmarks(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(LoadRun).Assembly).Run(args);
    return 0;
}
