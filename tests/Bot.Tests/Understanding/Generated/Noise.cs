using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Tests.Understanding.Generated;

/// <summary>How a question looks after fast fingers: none of this changes what is asked.</summary>
internal static partial class Noise
{
    private const string Marks = "\u0301\u0300\u0309\u0303\u0323";
    private static readonly SearchValues<char> Tones = SearchValues.Create(Marks);

    private static readonly string[] Before =
    [
        "Dạ ",
        "dạ cho em hỏi ",
        "Kính gửi anh/chị, ",
        "Anh chị cho hỏi ",
        "em ơi, ",
        "Alo, ",
        "Xin chào, ",
        "cho tôi hỏi ",
        "nhờ tra giúp ",
        "Chào trợ lý, ",
    ];

    private static readonly string[] After =
    [
        " ạ",
        " với ạ",
        " nhé",
        " giúp em với ạ",
        ". Xin cảm ơn",
        " nha",
        ", cảm ơn nhiều",
        " vậy ạ?",
    ];

    private static readonly (string Written, string Typed)[] Chat =
    [
        ("như thế nào", "ntn"),
        ("bao nhiêu", "bn"),
        (" không?", " ko?"),
        ("được", "đc"),
        (" với ", " vs "),
        (" gì", " j"),
        ("văn bản", "vb"),
        ("hồ sơ", "hs"),
        ("kế hoạch", "kh"),
        ("báo cáo", "bc"),
        ("thủ tục hành chính", "TTHC"),
    ];

    private static readonly string[] EnglishBefore =
    [
        "Hi, ",
        "Hello, ",
        "Please tell me: ",
        "Quick question: ",
        "Good morning, ",
        "Excuse me, ",
    ];
    private static readonly string[] EnglishAfter = [" please", ", thanks", "? Thank you", " thx"];

    /// <summary>The kinds of noise; those for Vietnamese alone last.</summary>
    public static readonly string[] Kinds =
    [
        "none",
        "pad",
        "caps",
        "lower",
        "nfd",
        "spaces",
        "marks",
        "bare",
        "partly",
        "old",
        "telex",
        "vni",
        "barepad",
        "padtelex",
        "padold",
        "chat",
        "half",
        "emoji",
    ];

    /// <summary>Slips of the finger: what was meant may be beyond telling, but never is another thing.</summary>
    public static readonly string[] Slips = ["glued", "doubled", "swapped", "dropped"];

    public static string Apply(string kind, string text, Random random, bool english) =>
        kind switch
        {
            "glued" => Glued(text, random),
            "doubled" => Slip(text, random, (w, at) => w.Insert(at, w[at].ToString())),
            "swapped" => Slip(text, random, (w, at) => $"{w[..at]}{w[at + 1]}{w[at]}{w[(at + 2)..]}"),
            "dropped" => Slip(text, random, (w, at) => w.Remove(at, 1)),
            "pad" => Pad(text, random, english),
            "caps" => text.ToUpperInvariant(),
            "lower" => text.ToLowerInvariant(),
            "nfd" => text.Normalize(NormalizationForm.FormD),
            "spaces" => "  " + text.Replace(" ", random.Next(2) == 0 ? "  " : " \u00a0", StringComparison.Ordinal) + " ",
            "marks" => text.TrimEnd('?', '.')
                + (
                    random.Next(3) switch
                    {
                        0 => "???",
                        1 => "...",
                        _ => "",
                    }
                ),
            "bare" => Bare(text),
            "partly" => Words(text, w => random.Next(2) == 0 ? Bare(w) : w),
            "old" => OldTones(text),
            "chat" => Chat.Aggregate(text, (t, pair) => t.Replace(pair.Written, pair.Typed, StringComparison.Ordinal)),
            "half" => Words(text, w => random.Next(3) == 0 ? HalfComposed(w) : w),
            "emoji" => text.TrimEnd('?', '.', ' ') + (random.Next(2) == 0 ? " 🙏🙏" : " !!! 👍"),
            "telex" => Runs(text, Telex),
            "vni" => Runs(text, Vni),
            "padtelex" => Runs(Pad(text, random, english).ToLowerInvariant(), Telex),
            "padold" => OldTones(Pad(text, random, english)).Normalize(NormalizationForm.FormD),
            "barepad" => Bare(Pad(text, random, english)).ToLowerInvariant(),
            _ => text,
        };

    public static string Bare(string text)
    {
        var bare = new StringBuilder();
        foreach (var c in text.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(c);
            }
        }

        return bare.ToString();
    }

    private static string Pad(string text, Random random, bool english)
    {
        var (before, after) = english ? (EnglishBefore, EnglishAfter) : (Before, After);
        var padded = text.TrimEnd('?', '.', ' ');
        return (random.Next(3) > 0 ? before[random.Next(before.Length)] : "") + padded + after[random.Next(after.Length)];
    }

    // One missing space between two words.
    private static string Glued(string text, Random random)
    {
        var words = text.Split(' ');
        var at = random.Next(Math.Max(1, words.Length - 1));
        return at + 1 < words.Length && words[at].All(char.IsLetter) && words[at + 1].All(char.IsLetter)
            ? string.Join(' ', [.. words[..at], words[at] + words[at + 1], .. words[(at + 2)..]])
            : text;
    }

    // One slip inside a long word.
    private static string Slip(string text, Random random, Func<string, int, string> slip)
    {
        var words = text.Split(' ');
        var at = random.Next(words.Length);
        if (words[at].Length > 4 && words[at].All(char.IsLetter))
        {
            words[at] = slip(words[at], random.Next(1, words[at].Length - 1));
        }

        return string.Join(' ', words);
    }

    private static string Words(string text, Func<string, string> change) => string.Join(' ', text.Split(' ').Select(change));

    // Marks and hyphens stay where they are.
    private static string Runs(string text, Func<string, string> change) => LetterRun().Replace(text, m => change(m.Value));

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex LetterRun();

    // hòa, thủy: the tone on the second vowel, as older keyboards put it.
    private static string OldTones(string text)
    {
        foreach (var pair in (ReadOnlySpan<string>)["oa", "oe", "uy"])
        {
            foreach (var mark in Marks)
            {
                text = text.Replace(
                    $"{pair[0]}{mark}".Normalize() + pair[1],
                    pair[0] + $"{pair[1]}{mark}".Normalize(),
                    StringComparison.Ordinal
                );
            }
        }

        return text;
    }

    private static string Telex(string word) =>
        Typed(
            word,
            "sfrxj",
            mark =>
                mark switch
                {
                    '\u0302' => "^",
                    '\u0306' or '\u031b' => "w",
                    _ => "",
                },
            "dd"
        );

    private static string Vni(string word) =>
        Typed(
            word,
            "12345",
            mark =>
                mark switch
                {
                    '\u0302' => "6",
                    '\u0306' => "8",
                    '\u031b' => "7",
                    _ => "",
                },
            "d9"
        );

    // The tone's key stays behind the word: "trinhf".
    private static string HalfComposed(string word)
    {
        var letters = word.Normalize(NormalizationForm.FormD);
        var at = letters.AsSpan().IndexOfAny(Tones);
        return at < 0 || !word.All(char.IsLetter) || word.All(char.IsUpper)
            ? word
            : letters.Remove(at, 1).Normalize() + "sfrxj"[Marks.IndexOf(letters[at], StringComparison.Ordinal)];
    }

    // The keys that the method would have turned into letters; the tone comes last.
    private static string Typed(string word, string tones, Func<char, string> key, string bar)
    {
        if (word.All(c => char.IsUpper(c) || !char.IsLetter(c)) || word == Bare(word))
        {
            return word;
        }

        var (typed, tone, rest, last) = (new StringBuilder(), "", "", 'x');
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Marks.Contains(c, StringComparison.Ordinal))
            {
                tone = tones[Marks.IndexOf(c, StringComparison.Ordinal)].ToString();
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                typed.Append(key(c) is "^" ? last.ToString() : key(c));
            }
            else if (char.IsLetterOrDigit(c))
            {
                typed.Append(c == 'đ' ? bar : c.ToString());
                last = c;
            }
            else
            {
                rest += c;
            }
        }

        return word.Length > 0 && !char.IsLetterOrDigit(word[0]) ? word : typed + tone + rest;
    }
}
