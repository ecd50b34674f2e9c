using Microsoft.Playwright;

namespace Bot.Browser.Tests;

/// <summary>The Chromium of this machine, headless.</summary>
internal static class Chromium
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-dev-shm-usage",
    ];

    private static readonly string Program = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : "/usr/bin/chromium";

    /// <summary>That it is not there, by name; null where it is.</summary>
    public static string? Missing => File.Exists(Program) ? null : $"Chromium ({Program}; the variable CHROMIUM names another)";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] more) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = [.. Arguments, .. more] });
}
