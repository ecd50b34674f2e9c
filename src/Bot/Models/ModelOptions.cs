namespace Bot.Models;

/// <summary>The language model, section <c>AzureOpenAI</c>; off while there is no endpoint.</summary>
internal sealed class ModelOptions
{
    public const string Section = "AzureOpenAI";

    /// <summary>The resource's address, such as <c>https://name.openai.azure.com</c>; empty switches the path off.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The deployment's name.</summary>
    public string Deployment { get; set; } = "";

    /// <summary>The resource's key; empty for the managed identity of the machine.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The client id of a user-assigned identity; empty for the system's own.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>How many tokens, in and out, one person may use on a day of the city.</summary>
    public int TokensPerDay { get; set; } = 50_000;

    /// <summary>Whether what is sent and what comes back is logged, without what identifies people.</summary>
    public bool LogContent { get; set; }

    /// <summary>What a million tokens sent cost, in any currency, for the figures of <c>eval</c>; null where nobody said.</summary>
    public decimal? InputPrice { get; set; }

    /// <summary>What a million tokens that come back cost.</summary>
    public decimal? OutputPrice { get; set; }

    public bool IsOn => Endpoint.Length > 0;
}
