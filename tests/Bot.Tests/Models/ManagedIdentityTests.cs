using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bot.Models;
using Bot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace Bot.Tests.Models;

/// <summary>Without a key the machine's own identity asks, as an app service has it: its endpoint is on this machine, the model is not.</summary>
public sealed class ManagedIdentityTests
{
    private const string Endpoint = "IDENTITY_ENDPOINT";
    private const string Header = "IDENTITY_HEADER";

    [Fact]
    public async Task A_token_is_asked_for_azures_own_services_and_goes_with_the_request_and_no_key()
    {
        var asked = new List<IQueryCollection>();
        await using var identity = await LocalServer.StartAsync(async context =>
        {
            asked.Add(context.Request.Query);
            Assert.Equal("secret of the machine", context.Request.Headers["X-IDENTITY-HEADER"]);
            await LocalServer.WriteAsync(
                context.Response,
                200,
                """{"access_token":"token-of-the-machine","expires_on":"4102444800","resource":"x","token_type":"Bearer"}"""u8.ToArray()
            );
        });
        Environment.SetEnvironmentVariable(Endpoint, $"{identity.Url}/msi/token");
        Environment.SetEnvironmentVariable(Header, "secret of the machine");
        try
        {
            var service = new Service();
            foreach (var client in new[] { "", "11111111-2222-3333-4444-555555555555" })
            {
                var options = new ModelOptions
                {
                    Endpoint = "https://city.openai.azure.com",
                    Deployment = "reader",
                    ClientId = client,
                };
                using var model = AzureModel.Create(options, new ModelLimits(), service);
                Assert.Equal("Sở Y tế", (await model.GetResponseAsync("?")).Text);
                Assert.Equal("https://cognitiveservices.azure.com", asked[^1]["resource"]);
                Assert.Equal(client, asked[^1]["client_id"].ToString());
                var request = service.Requests[^1];
                Assert.Equal(new AuthenticationHeaderValue("Bearer", "token-of-the-machine"), request.Authorization);
                Assert.False(request.Contains("api-key"));
            }

            Assert.Equal(2, asked.Count);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Endpoint, null);
            Environment.SetEnvironmentVariable(Header, null);
        }
    }

    // Stands where the connection to Azure does: a token goes over https only, which no server of this machine speaks for that name.
    private sealed class Service : HttpMessageHandler
    {
        public List<HttpRequestHeaders> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("city.openai.azure.com", request.RequestUri!.Host);
            Requests.Add(request.Headers);
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(
                        """{"id":"c","object":"chat.completion","created":1700000000,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Sở Y tế"},"finish_reason":"stop"}]}""",
                        Encoding.UTF8,
                        "application/json"
                    ),
                }
            );
        }
    }
}
