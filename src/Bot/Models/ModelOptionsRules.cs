using Microsoft.Extensions.Options;

namespace Bot.Models;

/// <summary>Stops the start with the name of the key that is wrong: questions of officials go to Azure's own hosts and nowhere else.</summary>
internal sealed class ModelOptionsRules(IHostEnvironment environment) : IValidateOptions<ModelOptions>
{
    // The public cloud (with the names of older and newer kinds of resources), the clouds of governments, and Azure's own gateway.
    private static readonly string[] Hosts =
    [
        ".openai.azure.com",
        ".cognitiveservices.azure.com",
        ".services.ai.azure.com",
        ".azure-api.net",
        ".openai.azure.us",
        ".cognitiveservices.azure.us",
        ".openai.azure.cn",
        ".cognitiveservices.azure.cn",
    ];

    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        List<string> wrong = [];
        if (!options.IsOn)
        {
            if (options.Deployment.Length > 0 || options.ApiKey.Length > 0)
            {
                wrong.Add("AzureOpenAI__Endpoint is missing, but AzureOpenAI__Deployment or AzureOpenAI__ApiKey is set.");
            }

            return Result(wrong);
        }

        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || !IsAllowed(endpoint))
        {
            wrong.Add(
                $"AzureOpenAI__Endpoint is '{options.Endpoint}'; it must be the https address of a resource of Azure OpenAI, such as https://name.openai.azure.com."
            );
        }
        else if (endpoint.Scheme == Uri.UriSchemeHttp && options.ApiKey.Length == 0)
        {
            wrong.Add("AzureOpenAI__ApiKey is missing; a managed identity's token is not sent over http.");
        }

        if (options.Deployment.Length == 0)
        {
            wrong.Add("AzureOpenAI__Deployment is missing; AzureOpenAI__Endpoint needs the name of a deployment.");
        }

        if (options.TokensPerDay <= 0)
        {
            wrong.Add(
                $"AzureOpenAI__TokensPerDay is {options.TokensPerDay}; it must be above zero. Leave AzureOpenAI__Endpoint empty to switch the model off."
            );
        }

        return Result(wrong);
    }

    private bool IsAllowed(Uri endpoint) =>
        endpoint.UserInfo.Length == 0
        && (
            endpoint.Scheme == Uri.UriSchemeHttps
                ? Hosts.Any(host => endpoint.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase))
                : endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback && environment.IsDevelopment()
        );

    private static ValidateOptionsResult Result(List<string> wrong) =>
        wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
}
