using Bot.Cards.Notices;
using Bot.Indicators;

namespace Bot.Tests.Cards;

public sealed class ReasonWordsTests
{
    [Theory]
    [InlineData("done meanwhile", "đã hoàn thành trước khi gửi", "done meanwhile")]
    [InlineData("wishes no notices", "người nhận đã hủy nhận nhắc việc", "wishes no notices")]
    [InlineData("paused until 2023-04-10", "người nhận tạm dừng đến ngày 10/04/2023", "paused until 10 April 2023")]
    [InlineData(
        "the app was removed from the conversation",
        "ứng dụng đã bị gỡ khỏi cuộc trò chuyện",
        "the app was removed from the conversation"
    )]
    [InlineData("the channel lets nothing through: 403 Odd", "kênh không cho gửi: 403 Odd", "the channel lets nothing through: 403 Odd")]
    [InlineData(
        "tried for too long: perhaps sent: the channel had a fault: 503 ServiceUnavailable",
        "đã thử gửi quá thời hạn: có thể đã gửi: kênh gặp sự cố: 503 ServiceUnavailable",
        "tried for too long: perhaps sent: the channel had a fault: 503 ServiceUnavailable"
    )]
    [InlineData("words that nobody has", "words that nobody has", "words that nobody has")]
    [InlineData("", "", "")]
    public void A_reason_is_said_in_the_readers_language(string kept, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, ReasonWords.In(kept, Language.Vietnamese));
        Assert.Equal(english, ReasonWords.In(kept, Language.English));
    }
}
