using System.Net;
using Bot.WebChat;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.WebChat;

public sealed class PersonaTests
{
    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("::ffff:127.0.0.1", null, true)]
    [InlineData("203.0.113.7", null, false)]
    [InlineData("2001:db8::7", null, false)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "Forwarded", false)]
    public void A_persona_is_taken_on_this_machine_only(string from, string? proxyHeader, bool may)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        if (proxyHeader is not null)
        {
            context.Request.Headers[proxyHeader] = "203.0.113.7";
        }

        Assert.Equal(may, Personas.MayBeTakenFrom(context));
    }

    [Fact]
    public void A_request_from_nowhere_takes_none() => Assert.False(Personas.MayBeTakenFrom(new DefaultHttpContext()));
}
