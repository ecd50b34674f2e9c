using Microsoft.Extensions.Options;

namespace Bot.Activities.Hosting;

/// <summary>Stops a start with settings that cannot work, each message naming the key.</summary>
internal sealed class ActivitiesOptionsValidator : IValidateOptions<ActivitiesOptions>
{
    public ValidateOptionsResult Validate(string? name, ActivitiesOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ActivitiesOptions options)
    {
        if (options.AppType is not { } type)
        {
            yield return $"MicrosoftAppType is '{options.MicrosoftAppType}'; it must be MultiTenant, SingleTenant or UserAssignedMSI.";
            yield break;
        }
        foreach (var (key, address) in Addresses(options.BotAuthentication))
        {
            if (
                !Uri.TryCreate(address, UriKind.Absolute, out var uri)
                || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            )
            {
                yield return $"{key} is '{address}'; it must be an https address (http only on loopback).";
            }
        }
        if (string.IsNullOrWhiteSpace(options.BotAuthentication.Issuer))
        {
            yield return "BotAuthentication:Issuer is empty; it must name the issuer of the channel's tokens.";
        }
        if (options.Connector is { Budget.Ticks: <= 0 } or { AttemptTimeout.Ticks: <= 0 } or { BaseDelay.Ticks: <= 0 })
        {
            yield return "Connector:Budget, Connector:AttemptTimeout and Connector:BaseDelay must be more than zero.";
        }
        if (!options.AuthenticationEnabled)
        {
            if (!string.IsNullOrWhiteSpace(options.MicrosoftAppPassword))
            {
                yield return "MicrosoftAppPassword is set but MicrosoftAppId is empty; authentication would be off.";
            }
            yield break;
        }
        if (type != BotAppType.MultiTenant && string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId))
        {
            yield return $"MicrosoftAppTenantId is empty; MicrosoftAppType {type} needs it.";
        }
        var secret = !string.IsNullOrWhiteSpace(options.MicrosoftAppPassword);
        var certificate = !string.IsNullOrWhiteSpace(options.BotAuthentication.CertificatePath);
        if (type == BotAppType.UserAssignedMSI && (secret || certificate))
        {
            yield return "MicrosoftAppPassword must be empty where MicrosoftAppType is UserAssignedMSI.";
        }
        if (type != BotAppType.UserAssignedMSI && !secret && !certificate)
        {
            yield return $"MicrosoftAppPassword is empty; MicrosoftAppType {type} needs it (or BotAuthentication:CertificatePath).";
        }
        if (certificate && !File.Exists(options.BotAuthentication.CertificatePath))
        {
            yield return $"BotAuthentication:CertificatePath is '{options.BotAuthentication.CertificatePath}'; there is no such file.";
        }
    }

    private static IEnumerable<(string Key, string? Address)> Addresses(BotAuthenticationOptions options)
    {
        yield return ("BotAuthentication:OpenIdMetadata", options.OpenIdMetadata);
        yield return ("BotAuthentication:Authority", options.Authority);
        if (!string.IsNullOrEmpty(options.TokenEndpoint))
        {
            yield return ("BotAuthentication:TokenEndpoint", options.TokenEndpoint);
        }
    }
}
