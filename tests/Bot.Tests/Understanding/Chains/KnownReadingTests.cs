using Bot.Asking;
using Bot.Indicators;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Questions;

namespace Bot.Tests.Understanding.Chains;

/// <summary>Readings are kept by the words and by what they recalled: in no conversation may a kept one differ from a fresh one.</summary>
public sealed class KnownReadingTests
{
    // The same words in many conversations: that is where a reading of another one would be found.
    private static readonly string[] Turns =
    [
        "Tỷ lệ hài lòng của người dân Sở Y tế quý 2/2023",
        "Số hồ sơ tồn đọng của Sở Tư pháp năm 2022",
        "Xếp hạng các sở theo tỷ lệ chứng thực bản sao điện tử",
        "Hạn chế của Sở Nội vụ là gì?",
        "Sở Du lịch đã ban hành kế hoạch ứng dụng công nghệ thông tin năm 2023 chưa?",
        "tỷ lệ thu phí không dùng tiền mặt",
        "Tỷ lệ hài lòng của Bộ Y tế",
        "tỷ lệ xanh biếc của Sở Nội vụ",
        "còn Sở Y tế?",
        "còn Bộ Y tế?",
        "quý 3?",
        "năm ngoái thì sao?",
        "hồ sơ tồn đọng?",
        "so sánh hai đơn vị đó",
        "hạn chế của đơn vị này?",
        "cái thứ hai",
        "còn chỉ số lúc nãy thì sao?",
        "đơn vị lúc nãy thì sao?",
        "quay lại câu trước",
        "đơn vị nào thấp nhất?",
        "xu hướng?",
        "so với chỉ tiêu thì sao?",
        "hạn là bao giờ?",
        "hạn chế?",
        "nguồn?",
        "không phải Sở Y tế mà là Sở Nội vụ",
        "thôi bỏ điều kiện đó",
        "what about the previous department?",
        "those two",
        "in English please",
        "SYT",
        "cảm ơn",
        "đơn vị tôi còn thiếu kế hoạch gì?",
        "tỷ lệ hài lòng của đơn vị mình",
    ];

    private static readonly OrgUnitCode?[] Askers = [null, new("SYT"), new("SNV")];

    [Fact]
    public void A_kept_reading_equals_a_fresh_one()
    {
        var reader = new QuestionReader();
        using var known = new KnownReadings(reader);
        var random = new Random(11);
        for (var chain = 0; chain < 1_000; chain++)
        {
            DialogueState? state = null;
            for (var turn = random.Next(2, 7); turn > 0; turn--)
            {
                var question = new Question(
                    Turns[random.Next(Turns.Length)],
                    Cases.TodayInPhuLoc,
                    Dialogue: state,
                    Own: Askers[random.Next(Askers.Length)]
                );
                var fresh = reader.Read(question, Cases.VinhKhe);
                Assert.Equal(fresh, known.Read(question, Cases.VinhKhe));
                state = DialogueState.Next(state, fresh);
                Assert.Equal(state, DialogueState.FromTexts(state.ToTexts(), Cases.VinhKhe));
            }
        }
    }

    [Fact]
    public void What_a_made_up_conversation_recalls_is_in_the_key()
    {
        var reader = new QuestionReader();
        using var known = new KnownReadings(reader);
        for (var seed = 10_000; seed < 10_200; seed++)
        {
            DialogueState? state = null;
            foreach (var turn in new ChainMaker(Cases.VinhKhe, seed).Make())
            {
                var question = new Question(turn.Text, Cases.TodayInPhuLoc, Dialogue: state);
                var fresh = reader.Read(question, Cases.VinhKhe);
                Assert.Equal(fresh, known.Read(question, Cases.VinhKhe));
                state = DialogueState.Next(state, fresh);
            }
        }
    }
}
