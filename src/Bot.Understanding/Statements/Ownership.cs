using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Whose something is.</summary>
/// <param name="Units">The units; none where that is not certain.</param>
/// <param name="Plural">Whether they were spoken of as a group.</param>
/// <param name="Left">Why none is certain.</param>
internal sealed record Owner(IReadOnlyList<UnitMark> Units, bool Plural, Left? Left);

/// <summary>Finds whose something is: the unit that its own words name, then the sentence's, then the one the text speaks of.</summary>
internal sealed class Ownership(Scene scene, Clause clause)
{
    /// <summary>Whose a number is.</summary>
    public Owner Of(Phrase phrase)
    {
        // "A, B lần lượt đạt 99% và 98%; C đạt 96%": in turn up to the semicolon.
        var part = clause.PartStart(phrase.Figure.Start);
        var inTurn = clause.Has(StatementCue.Respectively, part, phrase.Figure.Start);
        var own = clause.Units(inTurn ? part : phrase.From, phrase.To);
        if (own.Count == 0 && Whole(phrase) is { } kind)
        {
            return scene.Above(kind) is { } above ? new([above], false, null) : Nobody(phrase.From, phrase.To);
        }

        own = own.Count > 0 ? own : clause.Units(clause.Passage.From, phrase.To);
        if (own.Count > 1 && own.TrueForAll(u => u.Unknown is null) && InTurn(phrase, own) is { } paired)
        {
            return paired;
        }

        return inTurn ? Nobody(phrase.From, phrase.To) : Of(own, phrase.From, phrase.To);
    }

    // "PAR INDEX của thành phố", "toàn huyện": another level than the unit that the text speaks of.
    private CueMark? Whole(Phrase phrase) =>
        clause
            .Cues(phrase.From, phrase.To)
            .FirstOrDefault(c =>
                c.Has(StatementCue.ThatKind)
                && scene.Topic is not []
                && !scene.Topic.Any(t => t.Unknown is not null || scene.IsPointedAt([c], t))
                && (c.End - c.Start > 1 || c.Start > phrase.From && clause.Prose.Tokens[c.Start - 1].Key is "cua3" or "ca3")
            );

    /// <summary>Whose a remark or plan is that stands between two tokens.</summary>
    public Owner Of(int from, int to)
    {
        // "Sở cũng đã bố trí công chức tại Trung tâm …", "UBND 2 phường quan tâm …": whom it points at is the subject.
        if (scene.Those(clause.Cues(from, to), StatementCue.ThoseUnits) is { Count: > 0 } those)
        {
            return new(those, true, null);
        }

        if (AskedTogether(to) is { } group)
        {
            return group.Count > 0 ? new(group, true, null) : Nobody(from, to);
        }

        if (
            clause.Over(from) is CueMark first
            && first.Has(StatementCue.ThatUnit | StatementCue.ThatKind)
            && Pointed(from, first.End) is { } topic
        )
        {
            return new([topic], false, null);
        }

        // "Sở Nội vụ đề nghị Sở Xây dựng …": whom it asks.
        var asked = clause.Cues(from, to).FirstOrDefault(c => c.Has(StatementCue.Recommendation));
        if (asked is not null && Asked(asked, to) is { } addressee)
        {
            return addressee;
        }

        if (scene.Asked.Count > 0 && scene.IsAsked(clause.Passage))
        {
            return new(scene.Asked, scene.Asked.Count > 1, null);
        }

        var own = asked is null ? Praised(from, to) : clause.Units(asked.End, to);
        own = own.Count > 0 ? own : clause.Units(from, to);
        // "sự phối hợp giữa Văn phòng Đăng ký đất đai …; phần mềm …": who is only met on the way is not the subject of the rest.
        own =
            own.Count > 0
                ? own
                : clause.Units(clause.Passage.From, from).FindAll(u => u.Unknown is null || clause.IsBare(clause.Passage.From, u.Start));
        return IsRow(own) ? new(own, true, null) : Of(own, from, to);
    }

    // "Sở Nội vụ đề nghị các đơn vị rà soát …, gửi báo cáo …": all of the list asks them, up to whoever is named next.
    private IReadOnlyList<UnitMark>? AskedTogether(int to) =>
        clause.Cues(clause.Passage.From, to).FirstOrDefault(c => c.Has(StatementCue.Recommendation)) is { } asks
        && asks.End < to
        && clause.Over(asks.End) is CueMark any
        && any.Has(StatementCue.AnyUnits)
        && clause.Units(any.End, to).Count == 0
            ? scene.Those([any], StatementCue.AnyUnits)
            : null;

    // "kiến nghị UBND thành phố bố trí kinh phí": another level than the unit that the text speaks of.
    private Owner? Asked(CueMark asked, int to) =>
        asked.End < to
        && clause.Over(asked.End) is CueMark kind
        && kind.Has(StatementCue.ThatKind)
        && scene.Topic is [{ Unknown: null } topic]
        && !scene.IsPointedAt([kind], topic)
            ? scene.Above(kind) is { } above
                ? new([above], false, null)
                : Nobody(asked.Start, to)
            : null;

    // "ghi nhận sự chủ động của lãnh đạo Sở Y tế": whose people are praised.
    private List<UnitMark> Praised(int from, int to)
    {
        var praise = clause.Cues(from, to).FirstOrDefault(c => c.Has(StatementCue.Speech) && c.Has(StatementCue.Achievement));
        return praise is not null && clause.Marks.OfType<UnitMark>().Where(u => u.Start >= praise.End && u.End <= to).ToList() is [var only]
            ? [only]
            : [];
    }

    // "đề nghị Sở Xây dựng, Sở Ngoại vụ khẩn trương …": units side by side are meant together.
    private static bool IsRow(List<UnitMark> units) =>
        units.Count > 1
        && units.TrueForAll(u => u.Unknown is null)
        && Enumerable.Range(1, units.Count - 1).All(i => units[i].Start - units[i - 1].End <= 1);

    /// <summary>Whose it is where these units are named.</summary>
    public Owner Of(List<UnitMark> own, int from, int to)
    {
        if (own.Find(u => u.Unknown is not null) is { } stranger)
        {
            return Stranger(stranger.Unknown!);
        }

        return own.Count == 1 || own.Count > 1 && clause.Has(StatementCue.Each, clause.Passage.From, to) ? new(own, own.Count > 1, null)
            : own.Count > 1 ? Nobody(from, to)
            : Topic(from, to);
    }

    private UnitMark? Pointed(int from, int to) =>
        scene.Topic is [{ Unknown: null } topic] && scene.IsPointedAt(clause.Cues(from, to), topic) ? topic : null;

    // "Sở Y tế và Sở Xây dựng lần lượt đạt 80% và 90%": in the order of the units, as many numbers as units.
    private Owner? InTurn(Phrase phrase, List<UnitMark> units)
    {
        var part = clause.PartStart(phrase.Figure.Start);
        var figures = clause.Figures.Where(f => clause.PartStart(f.Start) == part).ToList();
        return
            clause.Has(StatementCue.Respectively, part, figures[0].Start)
            && figures.Count == units.Count
            && units.TrueForAll(u => u.End <= figures[0].Start)
            && figures.TrueForAll(f => f.Sort == phrase.Figure.Sort)
            ? new([units[figures.IndexOf(phrase.Figure)]], false, null)
            : null;
    }

    private Owner Topic(int from, int to)
    {
        if (scene.Those(clause.Cues(clause.Passage.From, clause.Passage.To), StatementCue.ThoseUnits) is { } those)
        {
            return those.Count > 0 ? new(those, true, null) : Nobody(from, to);
        }

        if (scene.Topic is not [var topic])
        {
            return
                scene.Topic.Count > 1
                && clause.Has(StatementCue.Target | StatementCue.Each | StatementCue.Recommendation, clause.Passage.From, to)
                ? new(scene.Topic, true, null)
                : Nobody(from, to);
        }

        if (topic.Unknown is { } unknown)
        {
            return Stranger(unknown);
        }

        var aside = clause.Marks.OfType<UnitMark>().Any(u => u.Aside && !u.IsSame(topic) && u.End <= from);
        return
            !aside
            && (
                scene.IsTopicNear(clause.Passage.Paragraph) || scene.IsPointedAt(clause.Cues(clause.Passage.From, clause.Passage.To), topic)
            )
            ? new([topic], false, null)
            : Nobody(from, to);
    }

    private Owner Stranger(string name) =>
        new([], false, new(OpenReason.UnknownUnit, name, [.. scene.Lexicon.NearestUnits.To(name).Select(n => n.Vietnamese)]));

    private Owner Nobody(int from, int to)
    {
        var figure = clause.Figures.FirstOrDefault(f => f.Start >= from && f.End <= to);
        return new([], false, new(OpenReason.NoUnit, figure is null ? "" : scene.Prose.Slice(figure.Start, figure.End)));
    }
}
