using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>What a text has said so far: whom it speaks of, of which time, and what was found.</summary>
internal sealed class Scene(Prose prose, Lexicon lexicon, Dateline dateline)
{
    private readonly List<UnitMark> _topics = [];
    private readonly List<(Period? Period, IReadOnlyList<UnitMark>? Of)> _leads = [];
    private int _topicParagraph = -1;
    private int _periodParagraph = -1;
    private int _periodItem = -1;
    private Period? _period;
    private Period? _titled;
    private IReadOnlyList<UnitMark>? _periodOf;

    public Prose Prose => prose;

    public Lexicon Lexicon => lexicon;

    public IndicatorNaming Indicators { get; } = new(prose, lexicon);

    public List<ProposedFact> Facts { get; } = [];

    public List<OpenPassage> Open { get; } = [];

    /// <summary>The units that the text speaks of; none where that is not certain.</summary>
    public IReadOnlyList<UnitMark> Topic { get; private set; } = [];

    /// <summary>Whether the text has spoken of any unit before.</summary>
    public bool IsTold => _topics.Count > 0;

    /// <summary>The units of the inspection that the text tells of.</summary>
    public IReadOnlyList<UnitMark> Inspected { get; set; } = [];

    /// <summary>The day that the text describes; null where it names none.</summary>
    public DateOnly? Visit { get; set; }

    /// <summary>Whether the visit took several days: which of them a figure without a time is of is then not certain.</summary>
    public bool VisitTookDays { get; set; }

    public DateOnly? PublishedOn => dateline.PublishedOn;

    /// <summary>The last day that the text can speak of as done; null where nothing dates it.</summary>
    public DateOnly? Latest => dateline.Latest;

    public DateOnly? AsOf => Visit ?? PublishedOn;

    /// <summary>What the section says of all that it holds ("III. KIẾN NGHỊ"); null where it says nothing.</summary>
    public Polarity? Section { get; set; }

    /// <summary>What a head says of its sentence and the list below it ("Hạn chế:"); null where it says nothing.</summary>
    public Polarity? Head { get; set; }

    /// <summary>Whom the requests that follow are addressed to ("Đoàn đề nghị UBND huyện:"); none where that was not said.</summary>
    public IReadOnlyList<UnitMark> Asked { get; set; } = [];

    /// <summary>Whether a passage is asked for and nothing that was: in a section of requests, or an item below one.</summary>
    public bool IsAsked(Passage passage) => (Prose.IsItem(passage.From) ? Head ?? Section : Section) == Polarity.Recommendation;

    /// <summary>What a passage makes of the remarks that follow it; null before any.</summary>
    public Polarity? Mood { get; set; }

    public Quote Quote(int from, int to) => new(prose.Slice(from, to), prose.Tokens[from].Start);

    public void Leave(int from, int to, OpenReason reason, string named, IEnumerable<string>? nearest = null) =>
        Open.Add(new(Quote(from, to), reason, named, [.. nearest ?? []]));

    /// <summary>From here on the text speaks of these units.</summary>
    public void Turn(IReadOnlyList<UnitMark> units, int paragraph)
    {
        if (units.Count > 0 && !units.All(u => Topic.Any(t => t.IsSame(u))))
        {
            Mood = null;
        }

        (Topic, _topicParagraph) = (units, paragraph);
        foreach (var unit in units)
        {
            if (!_topics.Exists(t => t.IsSame(unit)))
            {
                _topics.Add(unit);
            }
        }
    }

    /// <summary>Whether the paragraph has turned to the units that the text speaks of ("Tại phường A, …").</summary>
    public bool IsTopicOf(int paragraph) => Topic.Count > 0 && paragraph == _topicParagraph;

    /// <summary>Whether a sentence that names no unit speaks of the topic: in its paragraph, or where the text has had no other.</summary>
    public bool IsTopicNear(int paragraph) => paragraph == _topicParagraph || _topics.Count == Topic.Count;

    /// <summary>The group that some words point at ("2 đơn vị", "các sở"): empty where it is not certain which; null where it points at none.</summary>
    public IReadOnlyList<UnitMark>? Those(IEnumerable<CueMark> cues, StatementCue sort)
    {
        if (cues.FirstOrDefault(c => c.Has(sort)) is not { } cue)
        {
            return null;
        }

        var group = Inspected.Count > 1 ? Inspected : Topic;
        var count = Enumerable.Range(cue.Start, cue.End - cue.Start).Max(at => PeriodWords.Ordinal(prose.Tokens[at]));
        return group.Count > 1 && (count == 0 || count == group.Count) && group.All(u => u.Unknown is null) ? group : [];
    }

    /// <summary>The one unit spoken of before that is of the kind that the cue names ("UBND huyện"); null where none or several were.</summary>
    public UnitMark? Earlier(CueMark kind) => _topics.FindAll(t => IsOfKind(t, kind)) is [var only] ? only : null;

    /// <summary>The one unit of that kind that a unit of the text belongs to ("của thành phố"), else the one spoken of before; null where that is not certain.</summary>
    public UnitMark? Above(CueMark kind)
    {
        List<OrgUnit> above =
        [
            .. _topics
                .SelectMany(t => t.Units)
                .Where(u => u.Parent is not null)
                .Select(u => lexicon.Catalogue[u.Parent!])
                .Where(p => (AsOf ?? Latest) is not { } day || p.ExistsOn(day))
                .Distinct(),
        ];
        above.RemoveAll(p => !IsOfKind(new UnitMark(0, 0, [p], null), kind));
        return above is [var only] ? new UnitMark(kind.Start, kind.End, [only], null) : Earlier(kind);
    }

    /// <summary>Whether some words point back at the unit: "đơn vị", or the head of its name.</summary>
    public bool IsPointedAt(IEnumerable<CueMark> cues, UnitMark topic) =>
        cues.Any(c => c.Has(StatementCue.ThatUnit) || c.Has(StatementCue.ThatKind) && IsOfKind(topic, c));

    private bool IsOfKind(UnitMark topic, CueMark kind) =>
        topic.Units.Any(u =>
            Tokeniser.Split(u.Names.Vietnamese)[0].Key is var head
            && Enumerable.Range(kind.Start, kind.End - kind.Start).Any(at => prose.Tokens[at].Key == head)
        );

    /// <summary>A visit to one unit: what was spoken of before only led there.</summary>
    public void Arrive(UnitMark unit) => _topics.RemoveAll(t => !t.IsSame(unit));

    /// <summary>From here on the text speaks of that time; of none that is certain where it is null. <c>of</c>: of these units only.</summary>
    public void Turn(Period? period, int paragraph, IReadOnlyList<UnitMark>? of = null)
    {
        (_period, _periodParagraph, _periodOf, _periodItem) = (period, paragraph, of, Item);
        _leads.Add((period, of));
    }

    /// <summary>The first row of the table that is read; null outside of one.</summary>
    public Clause? TableHead { get; set; }

    /// <summary>The item of a list that is read; -1 outside of one.</summary>
    public int Item { get; set; } = -1;

    /// <summary>Whether the paragraph speaks of that time already.</summary>
    public bool Speaks(Period? period, int paragraph) => paragraph == _periodParagraph && period == _period;

    /// <summary>The whole text speaks of that time, unless it tells of a visit.</summary>
    public void Title(Period period) => _titled = period;

    /// <summary>
    /// The time of a number whose sentence names none: its paragraph's, else the text's; null where that is not certain, as between the
    /// day of a visit and a time that another paragraph spoke of.
    /// </summary>
    public Period? PeriodNear(int paragraph, IReadOnlyList<UnitMark> units) =>
        paragraph == _periodParagraph
            // What one item of a list says of its time, it says of itself.
            ? IsOf(_periodOf, units) && (_periodItem < 0 || _periodItem == Item)
                ? _period
                : null
            : LeadsOf(units) is var leads && leads.TrueForAll(l => l == Day)
                ? Visit is null && _titled is not null
                    ? _titled
                    : Day
                : Visit is null && leads is [var only]
                    ? only
                    : null;

    private List<Period?> LeadsOf(IReadOnlyList<UnitMark> units) =>
        [.. _leads.Where(l => l.Of is null || units.Any(u => l.Of.Any(of => of.IsSame(u)))).Select(l => l.Period).Distinct()];

    /// <summary>The time of a state whose sentence names none: its paragraph's, else the day that the text describes.</summary>
    public Period? StateNear(int paragraph) =>
        _period is { Kind: not PeriodKind.SpanOfYears } && (paragraph == _periodParagraph || Visit is null && _leads.Count == 1) ? _period
        : Visit is null && _titled is not null ? _titled
        : AsOf is { } day ? Period.Day(day)
        : null;

    // "Tại huyện A, 7 tháng đầu năm …. Còn tại huyện B …": of another unit the time was not said.
    private static bool IsOf(IReadOnlyList<UnitMark>? said, IReadOnlyList<UnitMark> units) =>
        said is null || units.Count > 0 && units.All(u => said.Any(of => of.IsSame(u)));

    private Period? Day => AsOf is { } day && !VisitTookDays ? Period.Day(day) : null;

    /// <summary>The unit of a name at that time; null where several or none were.</summary>
    public OrgUnit? Unit(UnitMark mark, Period? period)
    {
        if (mark.Units.Count < 2)
        {
            // What is counted from before a unit began is not its own.
            return
                mark.Units is [var only]
                && (AsOf is not { } today || only.ExistedBetween(period?.First ?? today, today))
                && (period is null || only.ValidFrom is not { } begun || period.First >= begun)
                ? only
                : null;
        }

        var (first, last) = (period?.First ?? AsOf ?? Latest, period?.Last ?? AsOf ?? Latest);
        if (first is null || last is null)
        {
            return null;
        }

        var lived = mark.Units.Where(u => u.ExistedBetween(first.Value, last.Value)).ToList();
        if (lived.Count > 1 && AsOf is { } day)
        {
            lived.RemoveAll(u => !u.ExistsOn(day < last ? day : last.Value));
        }

        return lived is [var unit] ? unit : null;
    }
}
