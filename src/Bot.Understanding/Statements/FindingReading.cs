using Bot.Indicators;
using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Reads what an inspection praises, blames and asks for.</summary>
internal sealed class FindingReading(Scene scene)
{
    // Less is a heading ("Mặt chưa được:") or a lead ("còn một số hạn chế như:").
    private const int ShortestRemark = 2;

    // How far before a fault its denial stands.
    private const int Denial = 4;

    private const StatementCue Things = StatementCue.Noun | StatementCue.ItemStart | StatementCue.PlanHead | StatementCue.Visit;

    private readonly HashSet<string> _strangers = [];
    private int _paragraph = -1;
    private int _level;

    /// <summary>Takes a heading: "II. TỒN TẠI, HẠN CHẾ" holds until the next one that is as high.</summary>
    public void Section(Clause clause)
    {
        var all = new Piece(clause.Passage.From, clause.Passage.To);
        (scene.Asked, scene.Head) = (clause.Units(all.From, all.To), null);
        if (Weight(clause, all) < ShortestRemark)
        {
            var (limits, praises, _) = Verdict(clause, all);
            Polarity? said =
                clause.Has(StatementCue.Recommendation, all.From, all.To) ? Polarity.Recommendation
                : limits ? Polarity.Limitation
                : praises ? Polarity.Achievement
                : null;
            // "1. Đối với UBND quận …" stands below "III. KIẾN NGHỊ".
            var level = scene.Prose.Level(all.From);
            (scene.Section, _level) = said is null && level > _level ? (scene.Section, _level) : (said, level);
        }
        else if (scene.Prose.Level(all.From) <= _level)
        {
            scene.Section = null;
        }
    }

    public void Read(Clause clause)
    {
        if (clause.Passage.Paragraph != _paragraph)
        {
            (_paragraph, scene.Mood) = (clause.Passage.Paragraph, null);
        }

        // "Hạn chế:" holds for its sentence and the list below it.
        if (!scene.Prose.IsItem(clause.Passage.From))
        {
            (scene.Head, scene.Asked) = (null, scene.Section == Polarity.Recommendation ? scene.Asked : []);
        }

        Polarity? asked = null;
        foreach (var piece in Pieces.Of(clause))
        {
            var polarity = Judge(clause, piece, ref asked);
            if (
                polarity is not { } remark
                || HasValue(clause, piece)
                || clause.Has(StatementCue.ProjectHead, piece.From, piece.To)
                || IsHearsay(clause, piece)
                || IsRule(clause, piece)
                || IsHead(clause, piece)
                || IsCarried(clause, piece)
                || IsOfOthers(clause, piece)
                || IsMerelyIssued(clause, piece)
            )
            {
                continue;
            }

            File(clause, piece, remark);
        }
    }

    // What the words say themselves, then what the passage has said of all that follows.
    private Polarity? Judge(Clause clause, Piece piece, ref Polarity? asked)
    {
        if (IsAsking(clause, piece))
        {
            asked = Polarity.Recommendation;
        }

        var (limits, praises, denies) = Verdict(clause, piece);
        if (IsHead(clause, piece))
        {
            scene.Head = limits ? Polarity.Limitation : asked ?? (praises ? Polarity.Achievement : scene.Head);
            scene.Asked = asked is null ? scene.Asked : Addressee(clause, piece);
        }

        // "trong đó trễ hạn 1.215 hồ sơ" tells nothing of the remarks that follow.
        if (
            clause.Has(StatementCue.Turn, piece.From, piece.To)
            || limits && scene.Mood != Polarity.Limitation && !praises && !HasValue(clause, piece)
        )
        {
            scene.Mood = Polarity.Limitation;
        }
        else if (
            praises
            && (
                scene.Mood is null
                || clause.Cues(piece.From, piece.To).Any(c => c.Has(StatementCue.Speech) && c.Has(StatementCue.Achievement))
            )
        )
        {
            scene.Mood = Polarity.Achievement;
        }

        // "Tồn tại: … không còn tình trạng chậm …": the head and the words say opposite things.
        if (denies && !limits && (scene.Head ?? scene.Section) == Polarity.Limitation)
        {
            return asked;
        }

        return asked
            ?? scene.Head
            ?? scene.Section
            ?? (
                limits ? Polarity.Limitation
                : praises ? Polarity.Achievement
                : scene.Mood
            );
    }

    // Among faults, "tình trạng yêu cầu người dân nộp thêm giấy tờ" asks for nothing; there a request begins its item or has who asks.
    private bool IsAsking(Clause clause, Piece piece) =>
        clause.Cues(piece.From, piece.To).FirstOrDefault(c => c.Has(StatementCue.Recommendation)) is { } asks
        && (
            (scene.Head ?? scene.Section) != Polarity.Limitation
            || clause.IsBare(piece.From, asks.Start)
            || clause.Has(StatementCue.Team | StatementCue.Person, clause.Passage.From, asks.Start)
        );

    // "Đoàn đề nghị UBND huyện:"
    private List<UnitMark> Addressee(Clause clause, Piece piece)
    {
        var asks = clause.Cues(piece.From, piece.To).First(c => c.Has(StatementCue.Recommendation));
        return clause.Units(asks.End, piece.To) is { Count: > 0 } named ? named
            : clause.Cues(asks.End, piece.To).FirstOrDefault(c => c.Has(StatementCue.ThatKind)) is { } kind
            && scene.Earlier(kind) is { } earlier
                ? [earlier]
            : [];
    }

    // "không có hồ sơ trễ hạn", "đã chấn chỉnh những thiếu sót": a fault that is not there, or no more, is praise.
    private static (bool Limits, bool Praises, bool Denies) Verdict(Clause clause, Piece piece)
    {
        var cues = clause.Cues(piece.From, piece.To).ToList();
        var denied = new HashSet<CueMark>();
        foreach (var no in cues)
        {
            var first = clause.Prose.Tokens[no.Start].Key;
            var reach =
                first == "không" && no.Has(StatementCue.Not) && !no.Has(StatementCue.Limitation) ? Denial
                : first == "đa4" && no.Has(StatementCue.Achievement) ? piece.To
                : 0;
            var faults = cues.FindAll(c =>
                c.Has(StatementCue.Limitation | StatementCue.Lacks) && c.Start >= no.End && c.Start - no.End < reach
            );
            denied.UnionWith(faults.Count > 0 ? [no, .. faults] : []);
        }

        return (
            cues.Exists(c => c.Has(StatementCue.Limitation | StatementCue.Lacks) && !denied.Contains(c)),
            denied.Count > 0 || cues.Exists(c => c.Has(StatementCue.Achievement)),
            denied.Count > 0
        );
    }

    // A number makes it a figure, but where it counts what is missing: "thiếu 3 công chức", "3/9 công chức vắng mặt".
    private bool HasValue(Clause clause, Piece piece)
    {
        var figures = clause.Figures.Where(f => f.Start >= piece.From && f.End <= piece.To).ToList();
        var (start, end) = (clause.Prose.Tokens[piece.From].Start, clause.Prose.Tokens[piece.To - 1].End);
        return figures.Count > 0
            && (
                !clause.Has(StatementCue.Lacks, piece.From, piece.To)
                || figures.Exists(f => f.Sort is not (FigureSort.Count or FigureSort.Change or FigureSort.Unclear))
                || scene.Facts.Exists(f => f is ProposedObservation && f.Quote.Start >= start && f.Quote.Start < end)
            );
    }

    // "cho rằng" is no hearsay where the team does.
    private static bool IsHearsay(Clause clause, Piece piece) =>
        clause
            .Cues(piece.From, piece.To)
            .Any(c => c.Has(StatementCue.Doubt) && !clause.Has(StatementCue.Team, clause.Passage.From, c.Start));

    // What is to come by plan or rule, and what a unit's own head asks of his people, is no remark of the inspection.
    private static bool IsRule(Clause clause, Piece piece)
    {
        var speech = clause.Cues(clause.Passage.From, piece.To).FirstOrDefault(c => c.Has(StatementCue.Speech));
        var plan = clause.Cues(piece.From, piece.To).FirstOrDefault(c => c.Has(StatementCue.Plan));
        // "đường truyền chập chờn khiến hồ sơ phải làm trên giấy", "đề nghị …; người đứng đầu phải …": what must be is no plan there.
        var must =
            plan is not null
            && (
                clause.Has(StatementCue.Limitation, clause.PartStart(plan.Start), plan.Start)
                || clause.Has(StatementCue.Recommendation, clause.Passage.From, plan.Start)
            );
        return plan is not null && !must && (speech is null || speech.Start > plan.Start)
            || speech is not null
                && clause.Has(StatementCue.Title, clause.Passage.From, speech.Start)
                && !clause.Has(StatementCue.Team | StatementCue.Lead, clause.Passage.From, speech.Start)
                // "Phó Trưởng Đoàn kiểm tra"
                && !Enumerable
                    .Range(clause.Passage.From, speech.Start - clause.Passage.From)
                    .Any(at => clause.Prose.Tokens[at].Key == "đoan2");
    }

    // What says nothing itself and stands beside a number is a part of that figure.
    private bool IsCarried(Clause clause, Piece piece) =>
        scene.Head is null
        && scene.Section is null
        && Verdict(clause, piece) is (false, false, false)
        && !clause.Has(StatementCue.Recommendation | StatementCue.Turn, clause.Passage.From, piece.To)
        && (clause.Figures.Any() || clause.Has(StatementCue.Target, clause.Passage.From, clause.Passage.To));

    // "một số xã", where the text speaks of a commune.
    private bool IsOfOthers(Clause clause, Piece piece) =>
        scene.Topic.Any(t => t.Units.Any(u => u.Kind == OrgUnitKind.Commune))
        && clause
            .Cues(clause.Passage.From, piece.To)
            .Any(c => c.Has(StatementCue.OtherScope) && clause.Prose.Tokens[c.End - 1].Key is "xa4" or "phương2");

    // A plan with its number is an obligation that was met; "kịp thời ban hành Kế hoạch số …" praises as well.
    private static bool IsMerelyIssued(Clause clause, Piece piece) =>
        clause.Marks.OfType<SignMark>().Any(s => s.Start >= piece.From && s.End <= piece.To) && Verdict(clause, piece) is (false, false, _);

    // How many words are more than cues.
    private static int Weight(Clause clause, Piece piece) =>
        clause
            .Content(piece.From, piece.To)
            .Count(at =>
                clause.Over(at) is not CueMark cue
                || !clause.IsSmall(at)
                    && !cue.Has(StatementCue.Recommendation)
                    && (cue.Has(Things) || cue.Has(StatementCue.NounStart) && !cue.Has(StatementCue.ListHead))
            );

    // "Mặt chưa được ở …:", "còn một số hạn chế như:"; what ends in "như" and says something is a remark itself.
    private static bool IsHead(Clause clause, Piece piece) =>
        Weight(clause, piece) < ShortestRemark
        || piece.To < clause.Passage.To && clause.Prose.Tokens[piece.To].Is(':') && Remark.End(clause, piece) == piece.To;

    private void File(Clause clause, Piece piece, Polarity polarity)
    {
        var (from, to) = (Remark.Start(clause, piece), Remark.End(clause, piece));
        if (to <= from)
        {
            return;
        }

        var owner = new Ownership(scene, clause).Of(piece.From, piece.To);
        var units = owner.Units.Count > 0 ? owner.Units : Group(owner);
        if (owner.Left is { Reason: OpenReason.UnknownUnit } stranger && _strangers.Add(stranger.Named))
        {
            scene.Leave(from, to, stranger.Reason, stranger.Named, stranger.Nearest);
        }

        var quote = scene.Quote(from, to);
        foreach (var mark in units)
        {
            if (scene.Unit(mark, null) is { } unit)
            {
                scene.Facts.Add(
                    new ProposedFinding
                    {
                        Quote = quote,
                        Unit = unit.Code,
                        Polarity = polarity,
                        Area = Areas.Of(quote.Text),
                        Text = Written(quote.Text),
                    }
                );
            }
        }
    }

    // A remark on several units at once is one on each.
    private IReadOnlyList<UnitMark> Group(Owner owner) =>
        owner.Left is { Reason: OpenReason.NoUnit } && scene.Topic.Count > 1 && scene.Topic.All(u => u.Unknown is null) ? scene.Topic : [];

    private static string Written(string quote)
    {
        var text = string.Join(
            ' ',
            quote.Normalize().Replace('\u00d0', '\u0110').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return char.ToUpperInvariant(text[0]) + text[1..].TrimEnd('.', ',', ';');
    }
}
