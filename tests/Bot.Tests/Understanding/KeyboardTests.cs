using Bot.Understanding.Text;

namespace Bot.Tests.Understanding;

public sealed class KeyboardTests
{
    [Theory]
    [InlineData("sowr", "sở")]
    [InlineData("tees", "tế")]
    [InlineData("ddungs", "đúng")]
    [InlineData("hanj", "hạn")]
    [InlineData("toanf", "toàn")]
    [InlineData("toafn", "toàn")]
    [InlineData("truwcj", "trực")]
    [InlineData("tuyeens", "tuyến")]
    [InlineData("thuwowng", "thương")]
    [InlineData("huyeenj", "huyện")]
    [InlineData("ddaats", "đất")]
    [InlineData("thoong", "thông")]
    public void Telex_keys_spell_a_syllable(string typed, string meant) => Assert.Equal(Syllable.Key(meant), Telex.Decode(typed));

    [Theory]
    [InlineData("so73", "sở")]
    [InlineData("te61", "tế")]
    [InlineData("ke61", "kế")]
    [InlineData("hoach5", "hoạch")]
    [InlineData("d9i", "đi")]
    [InlineData("lie6n", "liên")]
    [InlineData("thu7o7ng", "thương")]
    public void Vni_keys_spell_a_syllable(string typed, string meant) => Assert.Equal(Syllable.Key(meant), Vni.Decode(typed));

    [Theory]
    [InlineData("rate")]
    [InlineData("Department")]
    [InlineData("plan")]
    [InlineData("sở")]
    public void Words_without_keys_are_left_alone(string word) => Assert.Null(Telex.Decode(word));

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("kĩ", "kỹ")]
    [InlineData("tỉ", "tỷ")]
    [InlineData("quí", "quý")]
    public void Spellings_of_one_syllable_have_one_key(string one, string other) => Assert.Equal(Syllable.Key(one), Syllable.Key(other));

    [Fact]
    public void Latin_eth_and_decomposed_letters_are_read_as_their_twins()
    {
        var plain = Tokeniser.Split("Đoàn kiểm tra");
        var twins = Tokeniser.Split("\u00D0oa\u0300n kie\u0302\u0309m\u00A0tra");

        Assert.Equal(plain.Select(t => t.Key), twins.Select(t => t.Key));
    }
}
