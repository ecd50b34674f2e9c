using Bot.Models;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Models;

/// <summary>Where questions may go; a start with anything else stops with the name of the key.</summary>
public sealed class ModelOptionsTests
{
    [Theory]
    [InlineData("https://city.openai.azure.com", "reader", "key")]
    [InlineData("https://city.openai.azure.com/", "reader", "")]
    [InlineData("https://city.cognitiveservices.azure.com", "reader", "key")]
    [InlineData("https://city.services.ai.azure.com", "reader", "key")]
    [InlineData("", "", "")]
    public void It_starts(string endpoint, string deployment, string key) =>
        Assert.Empty(Wrong(endpoint, deployment, key, Environments.Production));

    [Theory]
    [InlineData("http://city.openai.azure.com", "reader", "key", "AzureOpenAI__Endpoint")]
    [InlineData("https://example.org", "reader", "key", "AzureOpenAI__Endpoint")]
    [InlineData("https://openai.azure.com.example.org", "reader", "key", "AzureOpenAI__Endpoint")]
    [InlineData("https://evilopenai.azure.com", "reader", "key", "AzureOpenAI__Endpoint")]
    [InlineData("https://user@city.openai.azure.com", "reader", "key", "AzureOpenAI__Endpoint")]
    [InlineData("city.openai.azure.com", "reader", "key", "AzureOpenAI__Endpoint")]
    [InlineData("http://127.0.0.1:5000", "reader", "key", "AzureOpenAI__Endpoint")]
    [InlineData("https://city.openai.azure.com", "", "key", "AzureOpenAI__Deployment")]
    [InlineData("", "reader", "", "AzureOpenAI__Endpoint")]
    [InlineData("", "", "key", "AzureOpenAI__Endpoint")]
    public void It_does_not_start(string endpoint, string deployment, string key, string named) =>
        Assert.Contains(named, Wrong(endpoint, deployment, key, Environments.Production), StringComparison.Ordinal);

    [Fact]
    public void A_workplace_may_ask_its_own_machine_but_with_a_key()
    {
        Assert.Empty(Wrong("http://127.0.0.1:5000", "reader", "key", Environments.Development));
        Assert.Contains("ApiKey", Wrong("http://127.0.0.1:5000", "reader", "", Environments.Development), StringComparison.Ordinal);
        Assert.Contains("Endpoint", Wrong("http://10.0.0.1:5000", "reader", "key", Environments.Development), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_never_part_of_what_is_said() =>
        Assert.DoesNotContain("s3cret", Wrong("https://example.org", "", "s3cret", Environments.Production), StringComparison.Ordinal);

    private static string Wrong(string endpoint, string deployment, string key, string environment) =>
        new ModelOptionsRules(new Surroundings { EnvironmentName = environment })
            .Validate(
                null,
                new ModelOptions
                {
                    Endpoint = endpoint,
                    Deployment = deployment,
                    ApiKey = key,
                }
            )
            .FailureMessage
        ?? "";

    private sealed class Surroundings : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
