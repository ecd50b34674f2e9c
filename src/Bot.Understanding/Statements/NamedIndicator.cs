using System.Numerics;
using Bot.Indicators;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>An indicator that some words name, with its basis.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Basis">The basis; null where it has several and the words name none of them for certain.</param>
/// <param name="BasisSaid">Whether the words name the basis.</param>
/// <param name="Explained">The tokens that the names explain.</param>
/// <param name="Whole">Whether the names explain them without a basis of which only a part is said.</param>
internal sealed record NamedIndicator(Indicator Indicator, BasisCode? Basis, bool BasisSaid, HashSet<int> Explained, bool Whole);

/// <summary>
/// Finds the indicator that words name. Every word must be explained by the name, the basis or small words that change nothing:
/// one word more ("… lĩnh vực đất đai") and it is something else.
/// </summary>
internal sealed class IndicatorNaming(Prose prose, Lexicon lexicon)
{
    private const int MostTerms = 60;

    /// <summary>The one indicator of these units of measure that the tokens name as a whole; null where none or several do.</summary>
    /// <param name="tokens">The tokens, in the order in which they are read.</param>
    /// <param name="small">Whether a token changes nothing in what is measured.</param>
    /// <param name="fits">Whether an indicator can have the value.</param>
    public NamedIndicator? Of(IReadOnlyList<int> tokens, Func<int, bool> small, Func<Indicator, bool> fits)
    {
        var terms = new List<ContentTerm>();
        foreach (var at in tokens)
        {
            if (prose.Tokens[at].Sort != TokenSort.Mark)
            {
                Terms.Add(terms, prose.Tokens[at], at);
            }
        }

        if (terms.Count is 0 or > MostTerms)
        {
            return null;
        }

        Terms.Joined(terms);
        var must = 0UL;
        for (var i = 0; i < terms.Count; i++)
        {
            must |= terms[i].Grammar || small(terms[i].Token) ? 0 : 1UL << i;
        }

        List<(TopicCover Cover, Indicator Indicator, (BasisCode? Code, bool Said, ulong Mask) Basis)> kept = [];
        var covers = lexicon.Topics.Cover(terms, Strengths.Exact).Where(c => c.Topic.Sort == TopicSort.Indicator && c.Full != 0).ToList();
        foreach (var cover in covers)
        {
            var indicator = lexicon.Catalogue.Indicators[cover.Topic.Index];
            var basis = BasisOf(indicator, cover);
            if (fits(indicator) && (must & ~(cover.Own | basis.Mask | TakenIn(terms, indicator, basis))) == 0)
            {
                kept.Add((cover, indicator, basis));
            }
        }

        // "thủ tục … cung cấp dịch vụ công trực tuyến toàn trình": a word that only a part of a name explains, and another indicator's whole
        // name has in one piece, is that one's.
        kept.RemoveAll(k =>
            Loose(terms, must & k.Cover.Own & ~k.Basis.Mask, k.Cover.Full) is not 0 and var loose
            && covers.Exists(other =>
                other.Topic != k.Cover.Topic
                && other.InOnePiece
                && (other.Full & loose) != 0
                && fits(lexicon.Catalogue.Indicators[other.Topic.Index])
            )
        );

        var most = kept.Count == 0 ? 0 : kept.Max(k => BitOperations.PopCount(k.Cover.Full));
        kept.RemoveAll(k => BitOperations.PopCount(k.Cover.Full) < most);
        if (kept is not [var only] || most == 0)
        {
            return null;
        }

        HashSet<int> explained = [];
        for (var i = 0; i < terms.Count; i++)
        {
            if (((only.Cover.Own | only.Basis.Mask) >> i & 1) != 0)
            {
                explained.Add(terms[i].Token);
            }
        }

        return new(only.Indicator, only.Basis.Code, only.Basis.Said, explained, only.Basis.Said || (must & ~only.Cover.Own) == 0);
    }

    // The words beside the whole name that do not repeat it.
    private static ulong Loose(List<ContentTerm> terms, ulong own, ulong full)
    {
        var loose = own & ~full;
        for (var i = 0; i < terms.Count; i++)
        {
            var repeated =
                (loose >> i & 1) != 0 && Enumerable.Range(0, terms.Count).Any(k => (full >> k & 1) != 0 && terms[k].Term == terms[i].Term);
            loose &= repeated ? ~(1UL << i) : ulong.MaxValue;
        }

        return loose;
    }

    // "71% tổng số hồ sơ tiếp nhận": all dossiers are those taken in, unless the indicator has a basis of its own for these.
    private static ulong TakenIn(List<ContentTerm> terms, Indicator indicator, (BasisCode? Code, bool Said, ulong Mask) basis)
    {
        var at = 64 - BitOperations.LeadingZeroCount(basis.Mask);
        return
            basis.Said
            && at + 2 == terms.Count
            && terms[at].Key == Received[0]
            && terms[at + 1].Key == Received[1]
            && !indicator.Bases.Any(b => Terms.OfName(b.Names.Vietnamese).Exists(t => t.Key == Received[0]))
            ? 3UL << at
            : 0;
    }

    private static readonly string[] Received = ["tiêp1", "nhân5"];

    // A basis is named by words that are not the indicator's own name; a rate with one basis is of that one.
    private static (BasisCode? Code, bool Said, ulong Mask) BasisOf(Indicator indicator, TopicCover cover)
    {
        if (indicator.Bases.IsEmpty)
        {
            return (BasisCode.None, false, 0);
        }

        List<(int Index, ulong Whole, ulong Any)> named = [];
        foreach (var (index, any, whole) in cover.Bases ?? [])
        {
            if ((whole & ~cover.Runs) != 0 || indicator.Bases.Count == 1 && any != 0)
            {
                named.Add((index, whole & ~cover.Runs, any));
            }
        }

        if (named.Count > 1)
        {
            var widest = named.Max(n => BitOperations.PopCount(n.Whole));
            named.RemoveAll(n => BitOperations.PopCount(n.Whole) < widest);
        }

        return named switch
        {
            [var one] => (indicator.Bases[one.Index].Code, one.Whole != 0, one.Any),
            [] when indicator.Bases.Count == 1 => (indicator.Bases[0].Code, false, 0),
            _ => (null, false, 0),
        };
    }
}
