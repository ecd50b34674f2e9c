using Bot.Charts;
using Bot.Store;
using Bot.Tab;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Tab;

public sealed class TabSessionTests
{
    private const string Person = "00000000-0000-0000-0000-000000000003";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(53));
    private readonly TabSession _sessions;

    public TabSessionTests() => _sessions = Sessions("one");

    [Fact]
    public void A_session_lasts_an_hour()
    {
        var session = _sessions.Begin(SessionWay.Teams, Person);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(Person, _sessions.Read(SessionWay.Teams, session));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_sessions.Read(SessionWay.Teams, session));
    }

    [Fact]
    public void A_session_of_one_way_is_none_of_another() =>
        Assert.Null(_sessions.Read(SessionWay.Teams, _sessions.Begin(SessionWay.Persona, Person)));

    [Fact]
    public void Instances_on_one_store_know_each_others_sessions_and_others_do_not()
    {
        var session = _sessions.Begin(SessionWay.Teams, Person);

        Assert.Equal(Person, Sessions("one").Read(SessionWay.Teams, session));
        Assert.Null(Sessions("two").Read(SessionWay.Teams, session));
    }

    [Fact]
    public void A_form_belongs_to_one_session()
    {
        var (one, other) = (_sessions.Begin(SessionWay.Teams, Person), _sessions.Begin(SessionWay.Teams, Person));

        Assert.True(_sessions.IsOfForm(_sessions.FormToken(one), one));
        Assert.False(_sessions.IsOfForm(_sessions.FormToken(one), other));
        Assert.False(_sessions.IsOfForm(null, one));
        Assert.False(_sessions.IsOfForm(one.Split('.')[1], one));
    }

    // A connection string without a file: the key is derived from what all instances share.
    private TabSession Sessions(string secret) =>
        new(new ChartKey(Options.Create(new StoreOptions { ConnectionString = $"Host=db;Password={secret}" })), _clock);
}
