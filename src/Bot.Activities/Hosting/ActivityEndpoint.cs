using Bot.Activities.Inbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Activities.Hosting;

/// <summary>POST /api/messages: bound the body, ask who calls, read, compare token and activity, hand over.</summary>
internal sealed class ActivityEndpoint(
    ActivityTokenValidator validator,
    IOptions<ActivitiesOptions> options,
    ILogger<ActivityEndpoint> logger,
    RefusedActivityHandler? refused = null
)
{
    // A usual turn takes milliseconds, a restart a second or two.
    private const string RetryAfterSeconds = "2";

    private readonly bool _authenticate = options.Value.AuthenticationEnabled;

    /// <summary>Says at the start what would else be seen only when the first message is refused.</summary>
    public void WarnOfNoTenant()
    {
        if (_authenticate && options.Value.AllowedTenants.Count == 0)
        {
            Log.NoTenant(logger);
        }
    }

    public async Task ReceiveAsync(HttpContext context, ActivityHandler handler)
    {
        ChannelToken? token = null;
        if (_authenticate && !(context.Request.ContentLength > ActivityReader.MaxBody))
        {
            var check = await validator.AuthenticateAsync(context.Request.Headers.Authorization);
            if (check.Token is null)
            {
                await RefuseAsync(context.Response, check);
                return;
            }
            token = check.Token;
        }
        if (await ReadAsync(context) is not { } reading)
        {
            return;
        }
        if (!reading.IsActivity)
        {
            await Problem.WriteAsync(context.Response, reading.Status, reading.Fault);
        }
        else if (Missing(reading.Activity) is { } fault)
        {
            await Problem.WriteAsync(context.Response, StatusCodes.Status400BadRequest, fault);
        }
        else if (token is not null && validator.Refuse(token, reading.Activity) is { } refusal)
        {
            await NoteAsync(reading.Activity, refusal);
            await RefuseAsync(context.Response, refusal);
        }
        else
        {
            await AnswerAsync(context.Response, reading.Activity, handler);
        }
    }

    private static async ValueTask<ActivityReading?> ReadAsync(HttpContext context)
    {
        try
        {
            return await ActivityReader.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            await Problem.WriteAsync(context.Response, e.StatusCode, "The request's body is broken.");
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            context.Abort();
        }
        return null;
    }

    private static string? Missing(Activity activity) =>
        string.IsNullOrEmpty(activity.Type) ? "The member $.type is missing."
        : string.IsNullOrEmpty(activity.Conversation?.Id) ? "The member $.conversation.id is missing."
        : string.IsNullOrEmpty(activity.ServiceUrl) ? "The member $.serviceUrl is missing."
        : !Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")
            ? "The member $.serviceUrl is no http address."
        : null;

    private async Task NoteAsync(Activity activity, TokenCheck refusal)
    {
        if (refused is null || refusal.Status != StatusCodes.Status403Forbidden)
        {
            return;
        }
        try
        {
            await refused(activity, refusal.Tenant ?? activity.Conversation?.TenantId, refusal.Reason);
        }
        catch (Exception e)
        {
            // It is refused all the same.
            Log.HandlerFailed(logger, activity.Type, activity.Id, e);
        }
    }

    private async Task AnswerAsync(HttpResponse response, Activity activity, ActivityHandler handler)
    {
        InvokeResponse? answer;
        try
        {
            answer = await handler(activity, CancellationToken.None);
        }
        catch (Exception e)
        {
            Log.HandlerFailed(logger, activity.Type, activity.Id, e);
            await Problem.WriteAsync(response, StatusCodes.Status500InternalServerError, "The bot failed on this activity.");
            return;
        }
        if (activity.Type == ActivityTypes.Invoke)
        {
            await WriteAsync(response, answer ?? InvokeResponse.NotImplemented);
        }
        else if (answer is { Status: >= 400 })
        {
            await WriteAsync(response, answer);
        }
        else if (activity.ExpectsReplies)
        {
            await WriteAsync(response, answer is { Body: not null } ? answer : InvokeResponse.ForReplies([]));
        }
        else
        {
            await WriteAsync(response, InvokeResponse.Ok);
        }
    }

    private static Task WriteAsync(HttpResponse response, InvokeResponse answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }
        if (answer.Body is not { } body)
        {
            response.ContentLength = 0;
            return Task.CompletedTask;
        }
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Utf8.Length;
        return response.Body.WriteAsync(body.Utf8).AsTask();
    }

    private Task RefuseAsync(HttpResponse response, TokenCheck check)
    {
        Log.CallerRefused(logger, check.Status, check.Reason);
        if (check.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        }
        return Problem.WriteAsync(response, check.Status, $"Refused: {check.Reason}.");
    }
}
