namespace Bot.Indicators.Queries;

/// <summary>The sorts of small talk.</summary>
public enum SmallTalkKind
{
    /// <summary>Xin chào.</summary>
    Greeting,

    /// <summary>Cảm ơn.</summary>
    Thanks,

    /// <summary>Tạm biệt.</summary>
    Goodbye,

    /// <summary>Vâng, đã rõ.</summary>
    Acknowledgement,
}
