using Bot.Indicators;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>
/// Finds units by name. A name is taken whole or not at all: "Sở Y tế Hậu Giang", "Trung tâm Y tế huyện Cờ Đỏ" and "Bộ Y tế" are
/// not Sở Y tế, and what looks like a unit and is none of the catalogue's is known by its name alone.
/// </summary>
internal sealed class UnitNaming(Prose prose, Lexicon lexicon)
{
    private const int LongestName = 12;

    private readonly List<PhraseMatch<UnitName>> _found = [];
    private readonly List<PhraseMatch<StatementCue>> _heads = [];

    /// <summary>The unit named at a token, the end of the sentence given; null where none is.</summary>
    public UnitMark? At(int at, int to)
    {
        if (Office(at, to) is { } office)
        {
            // "Trung tâm Phục vụ hành chính công phường", without its name, is nobody's; the cue says whom it points at.
            return At(office, to) is { } named && IsPlaceUnit(named) ? named with { Start = at } : null;
        }

        var known = Known(at, to);
        if (known is null)
        {
            return Unknown(at, to);
        }

        var end = known.End;
        while (end < to && Continues(known, end, to) is { } next)
        {
            if (!next.Ours)
            {
                return new(at, next.End, [], prose.Slice(at, next.End));
            }

            end = next.End;
        }

        return Bracketed(known, end, to) is not { } place ? known with { End = end }
            : place.Ours ? known with { End = place.End }
            : new(at, place.End, [], prose.Slice(at, place.End));
    }

    // The office of a commune or district: where the place's name begins; null where no place follows.
    private int? Office(int at, int to)
    {
        List<PhraseMatch<bool>> found = [];
        StatementWords.Offices.Match(prose.Tokens, at, found);
        var end = found.Where(m => m.Strength == Strengths.Exact && m.End <= to).Select(m => m.End).DefaultIfEmpty().Max();
        end += end > 0 && end < to && prose.Tokens[end].Key == "cua3" ? 1 : 0;
        return
            end > 0
            && end < to
            && (
                prose.Tokens[end].Key is "xa4" or "phương2" or "quân5" or "huyên5" or "thi5" or "ubnd"
                || Known(end, to) is { } place && IsPlaceUnit(place)
            )
            ? end
            : null;
    }

    private UnitMark? Known(int at, int to)
    {
        _found.Clear();
        lexicon.Units.Match(prose.Tokens, at, _found);
        _found.RemoveAll(m => m.Strength < Strengths.Exact || m.End > to || m.Value.Weak && !IsPlace(m, at));
        if (_found.Count == 0)
        {
            return null;
        }

        var end = _found.Max(m => m.End);
        _found.RemoveAll(m => m.End < end);
        if (_found.Exists(m => !m.Value.Built))
        {
            _found.RemoveAll(m => m.Value.Built);
        }

        return new(at, end, [.. _found.Select(m => m.Value.Unit).Distinct()], null);
    }

    // "Định Quán" without its head: a place, written like one.
    private bool IsPlace(PhraseMatch<UnitName> match, int at)
    {
        if (match.Value.Unit.Kind is OrgUnitKind.Department or OrgUnitKind.Agency || match.End - at < 2)
        {
            return false;
        }

        for (var i = at; i < match.End; i++)
        {
            if (!prose.Tokens[i].Capital && !prose.Tokens[i].Is('-'))
            {
                return false;
            }
        }

        return at == 0 || !prose.Tokens[at - 1].Capital || !prose.Tokens[at].SpaceBefore || prose.Tokens[at - 1].Sort != TokenSort.Word;
    }

    // What follows a known name and would be part of it: a place of ours, or another one, which makes it another unit.
    private (int End, bool Ours)? Continues(UnitMark known, int at, int to)
    {
        var token = prose.Tokens[at];
        var comma = token.Is(',');
        var next = comma ? at + 1 : at;
        if (next >= to || prose.Tokens[next].Sort == TokenSort.Mark)
        {
            return null;
        }

        if (Known(next, to) is { } place)
        {
            var above = place.Units.Any(p => p.Kind is OrgUnitKind.City or OrgUnitKind.Province or OrgUnitKind.District);
            return !above
                ? !comma && !IsPlaceUnit(known) && next == at
                    ? (place.End, false)
                    : null
                : place.Units.Any(p => known.Units.Any(u => IsAbove(p, u) || p == u))
                    ? (place.End, true)
                    : comma && !IsPlaceUnit(known)
                        ? null
                        : (place.End, false);
        }

        if (comma)
        {
            return IsPlaceUnit(known) && HeadEnd(next, to) is > 0 && NameEnd(next, to) is var elsewhere && elsewhere > next + 1
                ? known.Units.Any(u => u.Parent is not null)
                    ? (elsewhere, false)
                    : (elsewhere, true)
                : null;
        }

        if (HeadEnd(next, to) is > 0 and var head)
        {
            // "Sở Y tế thành phố": the own city, without its name.
            return head < to && prose.Tokens[head].Capital ? (NameEnd(next, to), false)
                : prose.Tokens[next].Key is "thanh2" or "tp" or "tinh3" && !prose.Tokens[next].Capital ? (head, true)
                : null;
        }

        return token.Capital && token.Sort == TokenSort.Word ? (NameEnd(at, to), false) : null;
    }

    private static bool IsPlaceUnit(UnitMark mark) => mark.Units.Any(u => u.Kind is OrgUnitKind.District or OrgUnitKind.Commune);

    // "huyện Phong Điền (Thừa Thiên Huế)"
    private (int End, bool Ours)? Bracketed(UnitMark known, int at, int to)
    {
        if (at >= to || !prose.Tokens[at].Is('('))
        {
            return null;
        }

        var close = at + 1;
        while (close < to && !prose.Tokens[close].Is(')') && close < at + LongestName)
        {
            if (!prose.Tokens[close].Capital)
            {
                return null;
            }

            close++;
        }

        if (close >= to || close - at < 3 || !prose.Tokens[close].Is(')'))
        {
            return null;
        }

        var place = Known(at + 1, close);
        var ours =
            place is not null && place.Units.Any(p => known.Units.Any(u => IsAbove(p, u) || u == p))
            || known.Units.All(u => u.Parent is null);
        return (close + 1, ours);
    }

    private bool IsAbove(OrgUnit place, OrgUnit unit)
    {
        var parent = unit.Parent;
        for (var depth = 0; parent is not null && depth < 6; depth++)
        {
            var above = lexicon.Catalogue[parent];
            if (above == place || above.Names.Vietnamese == place.Names.Vietnamese)
            {
                return true;
            }

            parent = above.Parent;
        }

        return false;
    }

    private UnitMark? Unknown(int at, int to)
    {
        var head = HeadEnd(at, to);
        if (head == 0 || head >= to || IsShouted(at, head))
        {
            return null;
        }

        var next = prose.Tokens[head];
        var numbered = next.Sort == TokenSort.Number && next.SpaceBefore && prose.Tokens[at].Key is "phương2" or "quân5" && head == at + 1;
        var end =
            numbered ? head + 1
            : next.Sort == TokenSort.Word && (next.Capital || Known(head, to) is not null) ? NameEnd(at, to)
            : 0;
        return end == 0 ? null : new(at, end, [], prose.Slice(at, end));
    }

    // "BÁO CÁO", "BAN HÀNH": where all letters are capitals they tell no name.
    private bool IsShouted(int at, int head) =>
        prose.Slice(at, head + 1) is var words && words.Any(char.IsLetter) && !words.Any(char.IsLower) && prose.Tokens[at].HasAccents
        || prose.Slice(at, at + 1) is "BAN" or "VAN" or "TRUNG" or "THANH" or "PHONG";

    private int HeadEnd(int at, int to)
    {
        _heads.Clear();
        StatementWords.Trie.Match(prose.Tokens, at, _heads);
        var end = 0;
        foreach (var match in _heads)
        {
            end =
                (match.Value & StatementCue.Head) != 0 && match.Strength == Strengths.Exact && match.End <= to
                    ? Math.Max(end, match.End)
                    : end;
        }

        // "tp. Cần Thơ"
        return end > 0 && end < to && prose.Tokens[end].Is('.') && end + 1 < to && prose.Tokens[end - 1].Word.Length <= 2 ? end + 1 : end;
    }

    // The head, then words with capitals, each with what follows it in lower case as long as that is no cue.
    private int NameEnd(int at, int to)
    {
        var end = Math.Max(HeadEnd(at, to), at + 1);
        var last = Math.Min(to, at + LongestName);
        while (end < last)
        {
            if (Known(end, to) is { } inner)
            {
                end = inner.End;
            }
            else if (HeadEnd(end, to) is > 0 and var head && head < to && prose.Tokens[head].Capital)
            {
                end = head;
            }
            else if (prose.Tokens[end].Sort == TokenSort.Word && (prose.Tokens[end].Capital || IsTail(end)))
            {
                end++;
            }
            else if (end + 1 < last && IsJoin(end) && prose.Tokens[end + 1].Capital && HeadEnd(end + 1, to) == 0)
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return Math.Min(end, to);
    }

    // "Thủy sản": the second syllable of a word is written small.
    private bool IsTail(int at)
    {
        if (!prose.Tokens[at - 1].Capital || prose.Tokens[at].HasAccents is false && prose.Tokens[at].Word.Length < 2)
        {
            return false;
        }

        _heads.Clear();
        StatementWords.Trie.Match(prose.Tokens, at, _heads);
        return !_heads.Exists(m => m.Strength == Strengths.Exact);
    }

    private bool IsJoin(int at) => prose.Tokens[at].Key is "va2" or "&" or "-";
}
