using System.Numerics;
using System.Runtime.InteropServices;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>What sort of thing a topic is.</summary>
internal enum TopicSort
{
    Indicator,
    ObligationType,
    Project,
}

/// <summary>An indicator, a plan or a project, by its place in the catalogue.</summary>
/// <param name="Sort">Which.</param>
/// <param name="Index">Its place in the catalogue's list.</param>
internal readonly record struct TopicKey(TopicSort Sort, int Index);

/// <summary>One way to name a topic, or one of its bases.</summary>
internal sealed record TopicName(TopicKey Topic, int Basis, ContentTerm[] Terms, string Text)
{
    /// <summary>No basis: the name of the topic itself.</summary>
    public const int Own = -1;
}

/// <summary>The terms that a basis explains, and those of its names that stand in one piece.</summary>
internal readonly record struct BasisCover(int Basis, ulong Any, ulong Whole);

/// <summary>How far a question covers a topic. Masks are over the content terms of the question.</summary>
internal sealed class TopicCover(TopicKey topic)
{
    public TopicKey Topic { get; } = topic;

    /// <summary>The terms that its names explain.</summary>
    public ulong Own;

    /// <summary>The terms that the longest wholly named name explains; 0 where no name stands in the question as a whole.</summary>
    public ulong Full;

    /// <summary>The terms of its names where they stand in order, in one piece.</summary>
    public ulong Runs;

    /// <summary>The same, each place by itself.</summary>
    public List<ulong>? Places;

    /// <summary>Whether that name stands in one piece.</summary>
    public bool InOnePiece;

    /// <summary>What each touched basis explains.</summary>
    public List<BasisCover>? Bases;

    /// <summary>The weakest evidence used.</summary>
    public double Strength = Strengths.Exact;

    public ulong All
    {
        get
        {
            var mask = Own;
            if (Bases is not null)
            {
                foreach (var basis in Bases)
                {
                    mask |= basis.Any;
                }
            }

            return mask;
        }
    }
}

/// <summary>
/// Finds indicators, plans and projects by their names in any word order. Names are indexed by neighbouring pairs of terms, and by
/// single terms only where the term cannot be a Vietnamese syllable: a single bare syllable never names anything.
/// </summary>
internal sealed class TopicIndex
{
    private const int Common = 200;

    private readonly List<TopicName> _names = [];
    private readonly Dictionary<(string, string), List<(int Name, int At)>> _pairs = [];
    private readonly HashSet<(string, string)> _commas = [];
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Name, int At)>> _singles = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static Dictionary<int, Hits>? _touched;

    [ThreadStatic]
    private static Dictionary<TopicKey, TopicCover>? _gathered;

    /// <summary>All words of names, bare.</summary>
    public HashSet<string> Spelled { get; } = new(StringComparer.Ordinal);

    /// <summary>Words one slip away from those of names.</summary>
    public Slips SpelledSlips { get; } = new();

    /// <summary>All terms of names.</summary>
    public HashSet<string> Vocabulary { get; } = new(StringComparer.Ordinal);

    public void Add(TopicKey topic, int basis, string text)
    {
        var terms = Terms.OfName(text).ToArray();
        if (terms.Length is 0 or > 32 || _names.Exists(n => n.Topic == topic && n.Basis == basis && SameTerms(n.Terms, terms)))
        {
            return;
        }

        var tokens = Tokeniser.Split(text);
        for (var i = 0; i < tokens.Length; i++)
        {
            _written.TryAdd(tokens[i].Term, text[tokens[i].Start..tokens[i].End]);
            Spelled.Add(tokens[i].Bare);
            SpelledSlips.Add(tokens[i].Bare);
            if (i > 0 && i + 1 < tokens.Length && tokens[i].Is(','))
            {
                _commas.Add((tokens[i - 1].Key, tokens[i + 1].Key));
            }
        }

        var name = _names.Count;
        _names.Add(new(topic, basis, terms, text));
        for (var i = 0; i < terms.Length; i++)
        {
            Vocabulary.Add(terms[i].Term);
            if (i + 1 < terms.Length)
            {
                Post(_pairs, (terms[i].Term, terms[i + 1].Term), name, i);
            }

            if (terms.Length == 1 && IsLong(terms[i]) || IsTelling(terms[i].Term))
            {
                Post(_singles, terms[i].Term, name, i);
            }
        }
    }

    /// <summary>The topics that the terms of a question touch, each word with at least that strength.</summary>
    public List<TopicCover> Cover(List<ContentTerm> question, double least = Strengths.Least)
    {
        // Common words touch hundreds of names; the working tables are the thread's own and are used again.
        var names = _touched ??= [];
        names.Clear();
        Collect(question, names, least, common: false);
        Collect(question, names, least, common: true);
        return Gather(names, question);
    }

    // Words that stand in very many names ("hồ sơ") tell something only of topics that a rarer word has pointed to, if any has.
    private void Collect(List<ContentTerm> question, Dictionary<int, Hits> names, double least, bool common)
    {
        var known = common && names.Count > 0 ? names.Keys.Select(n => _names[n].Topic).ToHashSet() : null;
        for (var i = 0; i < question.Count && i < 64; i++)
        {
            if (
                (IsLong(question[i]) || IsTelling(question[i].Term))
                && _singles.TryGetValue(question[i].Term, out var singles)
                && singles.Count > Common == common
            )
            {
                foreach (var (name, at) in singles)
                {
                    if (known is null || known.Contains(_names[name].Topic))
                    {
                        Hit(names, name, at, 1, [i], question, least);
                    }
                }
            }

            for (var j = i + 1; j < question.Count && j < 64; j++)
            {
                if (_pairs.TryGetValue((question[i].Term, question[j].Term), out var pairs) && pairs.Count > Common == common)
                {
                    foreach (var (name, at) in pairs)
                    {
                        if (known is null || known.Contains(_names[name].Topic))
                        {
                            Hit(names, name, at, 2, [i, j], question, least);
                        }
                    }
                }

                if (!question[j].Grammar)
                {
                    break;
                }
            }
        }
    }

    // "late" is long enough to name something alone, though its stem looks like a syllable; "lát" is not.
    private static bool IsLong(ContentTerm term) => term.Term.Length > 3 || !term.Accents && term.Key.Length > 3;

    /// <summary>Whether a term can stand for itself: an English word or an abbreviation, and no Vietnamese syllable.</summary>
    public static bool IsTelling(string term) => term.Length > 2 && !char.IsAsciiDigit(term[0]) && !Syllable.IsValidBare(term);

    private List<TopicCover> Gather(Dictionary<int, Hits> names, List<ContentTerm> question)
    {
        var covers = _gathered ??= [];
        covers.Clear();
        foreach (var (index, hits) in names)
        {
            var name = _names[index];
            if (!covers.TryGetValue(name.Topic, out var cover))
            {
                covers[name.Topic] = cover = new(name.Topic);
            }

            var whole = hits.Name == (1UL << name.Terms.Length) - 1;
            var onePiece = whole && IsOnePiece(hits.Question, question) && BitOperations.PopCount(hits.Question) == name.Terms.Length;
            if (name.Basis != TopicName.Own)
            {
                cover.Bases ??= [];
                var at = cover.Bases.FindIndex(b => b.Basis == name.Basis);
                var before = at < 0 ? new(name.Basis, 0, 0) : cover.Bases[at];
                var now = new BasisCover(name.Basis, before.Any | hits.Question, before.Whole | (whole ? RunsOf(name.Terms, question) : 0));
                if (at < 0)
                {
                    cover.Bases.Add(now);
                }
                else
                {
                    cover.Bases[at] = now;
                }

                continue;
            }

            cover.Own |= hits.Question;
            if (whole)
            {
                cover.Runs |= RunsOf(name.Terms, question, cover.Places ??= []);
            }

            if (whole && BitOperations.PopCount(hits.Question) >= BitOperations.PopCount(cover.Full))
            {
                cover.InOnePiece = onePiece || cover.InOnePiece && cover.Full == hits.Question;
                cover.Full = hits.Question;
            }

            cover.Strength = Math.Min(cover.Strength, hits.Strength);
        }

        return [.. covers.Values];
    }

    private void Hit(
        Dictionary<int, Hits> names,
        int name,
        int at,
        int length,
        ReadOnlySpan<int> places,
        List<ContentTerm> terms,
        double weakest
    )
    {
        var strength = Strengths.Exact;
        var mask = 0UL;
        for (var k = 0; k < length; k++)
        {
            strength = Math.Min(strength, Agreement(terms[places[k]], _names[name].Terms[at + k]));
            mask |= 1UL << places[k];
        }

        if (strength >= weakest)
        {
            ref var hits = ref CollectionsMarshal.GetValueRefOrAddDefault(names, name, out var touched);
            var least = touched ? Math.Min(hits.Strength, strength) : strength;
            hits = new(hits.Question | mask, hits.Name | ((1UL << length) - 1) << at, least);
        }
    }

    private static double Agreement(ContentTerm typed, ContentTerm name) =>
        typed.Edited ? Strengths.OneEdit
        : typed.Key == name.Key ? Strengths.Exact
        : !typed.Accents ? Strengths.Bare
        : !name.Accents ? Strengths.Exact
        : CueBook.Instance.Keys.Contains(typed.Key) ? 0
        : Strengths.ToneSlip;

    private static bool IsOnePiece(ulong mask, List<ContentTerm> question)
    {
        var last = 63 - BitOperations.LeadingZeroCount(mask);
        for (var i = BitOperations.TrailingZeroCount(mask); i <= last; i++)
        {
            if ((mask >> i & 1) == 0 && !question[i].Grammar)
            {
                return false;
            }
        }

        return true;
    }

    // Wherever the terms stand in the question in this order, with nothing but grammar between; 0 where nowhere.
    private static ulong RunsOf(ContentTerm[] name, List<ContentTerm> question, List<ulong>? places = null)
    {
        var runs = 0UL;
        for (var start = 0; start < question.Count && start < 64; start++)
        {
            var (at, found, mask) = (start, 0, 0UL);
            while (at < question.Count && at < 64 && found < name.Length)
            {
                if (question[at].Term == name[found].Term)
                {
                    mask |= 1UL << at;
                    found++;
                }
                else if (found == 0 || !question[at].Grammar)
                {
                    break;
                }

                at++;
            }

            if (found == name.Length)
            {
                runs |= mask;
                places?.Add(mask);
            }
        }

        return runs;
    }

    /// <summary>A term as some name writes it.</summary>
    public string Written(string term) => _written.GetValueOrDefault(term, term);

    /// <summary>Whether some name holds the two terms side by side.</summary>
    public bool HasPair(string first, string second) => _pairs.ContainsKey((first, second));

    /// <summary>Whether some name holds the two words, accents and all, with a comma between them ("cán bộ, công chức" is not "bãi bỏ, công tác").</summary>
    public bool HasComma(string first, string second) => _commas.Contains((first, second));

    private static bool SameTerms(ContentTerm[] left, ContentTerm[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (left[i].Key != right[i].Key)
            {
                return false;
            }
        }

        return true;
    }

    private static void Post<TKey>(Dictionary<TKey, List<(int, int)>> index, TKey key, int name, int at)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var postings))
        {
            index[key] = postings = [];
        }

        postings.Add((name, at));
    }

    private readonly record struct Hits(ulong Question, ulong Name, double Strength);
}
