using System.Net;
using Bot.Activities.Outbound;
using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Indicators;

namespace Bot.Tests.Delivery;

/// <summary>What a channel says in English comes to the reader of the accounting as a plain reason of the own language, with its code.</summary>
public sealed class ChannelReasonTests
{
    private const string Words = "Some words of the channel";

    [Theory]
    [InlineData(400, "BadSyntax", "kênh từ chối tin: 400 BadSyntax")]
    [InlineData(401, null, "trợ lý chưa đăng nhập được vào kênh: 401")]
    [InlineData(403, "MessageWritesBlocked", "ứng dụng đã bị gỡ, hoặc người nhận đã chặn trợ lý")]
    [InlineData(403, "Odd", "kênh không cho gửi: 403 Odd")]
    [InlineData(404, "ConversationNotFound", "cuộc trò chuyện không còn")]
    [InlineData(412, "PreconditionFailed", "kênh gặp sự cố: 412 PreconditionFailed")]
    [InlineData(413, "MessageSizeTooBig", "tin quá lớn so với giới hạn của kênh: 413 MessageSizeTooBig")]
    [InlineData(429, "Throttled", "kênh quá tải: 429 Throttled")]
    [InlineData(500, null, "kênh gặp sự cố: 500")]
    [InlineData(null, null, "kênh không trả lời")]
    [InlineData(null, ConnectorError.ForeignHost, "địa chỉ của cuộc trò chuyện không thuộc kênh")]
    [InlineData(null, ConnectorError.TokenUnavailable, "trợ lý chưa đăng nhập được vào kênh: TokenUnavailable")]
    public void A_refusal_of_the_channel_has_a_plain_reason(int? status, string? code, string vietnamese)
    {
        var error = new ConnectorError
        {
            Status = (HttpStatusCode?)status,
            Code = code,
            Message = Words,
            Unreachable = status is null && code is null,
        };

        var outcome = PostOutcome.OfNotice(new ConnectorException(error));
        Assert.Equal(vietnamese, ReasonWords.In(outcome.Reason, Language.Vietnamese));
        Assert.Equal(outcome.Reason, ReasonWords.In(outcome.Reason, Language.English));
        Assert.DoesNotContain(Words, outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(Words, outcome.Detail);
    }

    [Fact]
    public void A_call_that_may_have_been_carried_out_says_so() =>
        Assert.Equal(
            "có thể đã gửi: kênh không trả lời",
            ReasonWords.In(
                PostOutcome.OfNotice(new ConnectorException(new() { Uncertain = true, Unreachable = true })).Reason,
                Language.Vietnamese
            )
        );

    [Fact]
    public void A_fault_of_ours_says_so_and_leaves_its_words_to_the_log()
    {
        var outcome = PostOutcome.OfNotice(new InvalidOperationException(Words));

        Assert.Equal("lỗi của trợ lý: InvalidOperationException", ReasonWords.In(outcome.Reason, Language.Vietnamese));
        Assert.Equal(Words, outcome.Detail);
    }
}
