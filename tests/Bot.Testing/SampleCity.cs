namespace Bot.Testing;

/// <summary>The Entra object ids of the sample contacts that exist in Development, and the tenant in which tests let them be.</summary>
public static class SampleCity
{
    public const string Official = "00000000-0000-0000-0000-000000000001";
    public const string OtherOfficial = "00000000-0000-0000-0000-000000000002";
    public const string Inspector = "00000000-0000-0000-0000-000000000003";
    public const string Admin = "00000000-0000-0000-0000-000000000004";

    /// <summary>Somebody of the tenant who is no contact.</summary>
    public const string Guest = "ffffffff-0000-0000-0000-000000000000";

    public const string Tenant = "11111111-2222-3333-4444-555555555555";
}
