namespace Bot.Indicators;

/// <summary>What sort of remark an inspection made.</summary>
public enum Polarity
{
    /// <summary>Kết quả đạt được.</summary>
    Achievement,

    /// <summary>Hạn chế, tồn tại.</summary>
    Limitation,

    /// <summary>Đề nghị, kiến nghị.</summary>
    Recommendation,
}
