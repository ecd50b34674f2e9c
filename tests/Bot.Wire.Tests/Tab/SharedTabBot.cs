namespace Bot.Wire.Tests.Tab;

/// <summary>One bot for the tests of a class that leave each other's facts alone.</summary>
public sealed class SharedTabBot : IAsyncLifetime
{
    internal TabBot Tab { get; private set; } = null!;

    public async Task InitializeAsync() => Tab = await TabBot.StartAsync();

    public async Task DisposeAsync() => await Tab.DisposeAsync();
}
