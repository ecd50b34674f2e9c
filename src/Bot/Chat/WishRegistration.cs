namespace Bot.Chat;

/// <summary>Registers what people wish by chat.</summary>
internal static class WishRegistration
{
    public static IServiceCollection AddWishes(this IServiceCollection services) =>
        services
            .AddSingleton<Wishes>()
            .AddSingleton<OpenObligations>()
            .AddSingleton<ReminderWish>()
            .AddSingleton<IssuedWish>()
            .AddSingleton<NoticeWishes>()
            .AddSingleton<NameTeaching>()
            .AddSingleton<ChannelWish>()
            .AddSingleton<UndeliveredWish>()
            .AddSingleton<ContactDesk>()
            .AddSingleton<PrivateAnswers>();
}
