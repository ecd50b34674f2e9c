using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Bot.Tab;

/// <summary>Razor components to HTML, once a request and without a circuit: nothing of it is registered or runs before the first page is asked for.</summary>
internal sealed class TabRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> HtmlAsync<TPage>(PageFrame frame, object? view)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?> { ["Page"] = frame };
        if (view is not null)
        {
            parameters["View"] = view;
        }

        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
