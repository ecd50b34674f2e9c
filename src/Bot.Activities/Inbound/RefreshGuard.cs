namespace Bot.Activities.Inbound;

/// <summary>Lets three refreshes through at once and one more for each that is two minutes old.</summary>
internal sealed class RefreshGuard(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(2);
    private readonly DateTimeOffset[] _last = new DateTimeOffset[3];
    private int _next;

    public bool TryEnter()
    {
        var now = clock.GetUtcNow();
        if (now - _last[_next] < Window)
        {
            return false;
        }
        _last[_next] = now;
        _next = (_next + 1) % _last.Length;
        return true;
    }
}
