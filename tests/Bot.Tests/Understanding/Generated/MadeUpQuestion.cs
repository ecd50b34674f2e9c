using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;

namespace Bot.Tests.Understanding.Generated;

/// <summary>A question about a made-up city, and the query that it means; the query comes from the draw, never from the reader.</summary>
/// <param name="Kind">The kind of template.</param>
/// <param name="Text">The question.</param>
/// <param name="Gold">The query in canonical text; null where nothing may be answered.</param>
/// <param name="English">Whether it is in English.</param>
internal sealed record MadeUpQuestion(string Kind, string Text, string? Gold, bool English)
{
    public static MadeUpQuestion Draw(MadeUpCity city, Random random)
    {
        var english = random.Next(4) == 0;
        var row = (english ? WordLists.English : WordLists.Vietnamese) is var rows ? rows[random.Next(rows.Length)] : [];
        return new Drawing(city, random, english).Fill(row[0], row[1]);
    }

    private sealed class Drawing(MadeUpCity city, Random random, bool english)
    {
        private readonly Wordings _words = new(random, english);

        public MadeUpQuestion Fill(string kind, string template)
        {
            var units = city.Steady;
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(units));
            var indicator = Indicator(kind);
            var (from, to) = Periods(kind);
            var unit = units[0];
            if (kind == "value" && random.Next(6) == 0 && city.Renewed is { Count: > 0 } renewed)
            {
                unit = from.Last >= renewed[0].New.ValidFrom ? renewed[0].New : renewed[0].Old;
            }

            var set = _words.One(OrgUnitKind.Department, OrgUnitKind.District);
            var number = random.Next(20, 99);
            var basis = indicator.Bases.IsEmpty ? null : indicator.Bases[random.Next(indicator.Bases.Count)];
            var plan = city.Plans[random.Next(city.Plans.Count)];
            var year = city.Today.Year - 1 - random.Next(2);
            var project = city.Projects[random.Next(city.Projects.Count)];
            var stranger = WordLists.Strangers[random.Next(WordLists.Strangers.Length)];
            var unmeasured = WordLists.Unmeasured[random.Next(WordLists.Unmeasured.Length)];
            var text = template
                .Replace("{i}", _words.Indicator(indicator), StringComparison.Ordinal)
                .Replace("{b}", basis is null ? "" : _words.Basis(basis), StringComparison.Ordinal)
                .Replace("{u}", _words.Unit(unit), StringComparison.Ordinal)
                .Replace("{v}", _words.Unit(units[1]), StringComparison.Ordinal)
                .Replace("{w}", _words.Unit(units[2]), StringComparison.Ordinal)
                .Replace("{p}", _words.Period(from), StringComparison.Ordinal)
                .Replace("{q}", _words.Period(to), StringComparison.Ordinal)
                .Replace("{k}", _words.Kind(set, single: false), StringComparison.Ordinal)
                .Replace("{k1}", _words.Kind(set, single: true), StringComparison.Ordinal)
                .Replace("{n}", indicator.Unit.Code == "percent" ? $"{number}%" : $"{number}", StringComparison.Ordinal)
                .Replace("{t}", _words.Plan(plan), StringComparison.Ordinal)
                .Replace("{y}", $"{year}", StringComparison.Ordinal)
                .Replace("{j}", english ? project.Names.English : project.Names.Vietnamese, StringComparison.Ordinal)
                .Replace("{s}", english ? "the " + stranger[1] : stranger[0], StringComparison.Ordinal)
                .Replace("{m}", english ? unmeasured[1] : unmeasured[0], StringComparison.Ordinal);
            text = text.Replace("the the ", "the ", StringComparison.Ordinal);
            return new(kind, char.ToUpperInvariant(text[0]) + text[1..], Gold()?.ToString(), english);

            Query? Gold()
            {
                var period = from;
                var kinds = UnitSet.OfKind(set);
                var (i, u) = (indicator.Code, UnitSet.Of(unit.Code));
                return kind switch
                {
                    "value" => Value(period),
                    "newest" => new ValueQuery { Indicators = [i], Units = u },
                    "basis" => new ValueQuery
                    {
                        Indicators = [i],
                        Units = u,
                        Bases = [basis!.Code],
                        Period = period,
                    },
                    "compare" => new CompareQuery
                    {
                        Indicator = i,
                        Units = Named(template, unit, units[1], units[2]),
                        Period = period,
                    },
                    "highest" => Rank(RankEnd.Highest, 1),
                    "lowest" => Rank(RankEnd.Lowest, 1),
                    "highest3" => Rank(RankEnd.Highest, 3),
                    "lowest3" => Rank(RankEnd.Lowest, 3),
                    "rank" => Rank(RankEnd.Highest, 0),
                    "above" => Filter(Comparator.Above),
                    "below" => Filter(Comparator.Below),
                    "atleast" => Filter(Comparator.AtLeast),
                    "atmost" => Filter(Comparator.AtMost),
                    "change" => new ChangeQuery
                    {
                        Indicator = i,
                        Units = u,
                        From = from,
                        To = to,
                    },
                    "trend" => new TrendQuery
                    {
                        Indicator = i,
                        Unit = unit.Code,
                        From = from,
                        To = to,
                    },
                    "yearbefore" => new ChangeQuery
                    {
                        Indicator = i,
                        Units = u,
                        To = period,
                        Against = ChangeAgainst.YearEarlier,
                    },
                    "target" => new TargetQuery
                    {
                        Indicators = [i],
                        Units = u,
                        Period = period,
                    },
                    "met" => new FilterQuery
                    {
                        Indicator = i,
                        Units = kinds,
                        Period = period,
                    },
                    "missed" => new FilterQuery
                    {
                        Indicator = i,
                        Units = kinds,
                        Period = period,
                        MeetsTarget = false,
                    },
                    "mean" => Aggregate(AggregateFunction.Mean),
                    "median" => Aggregate(AggregateFunction.Median),
                    "max" => Aggregate(AggregateFunction.Max),
                    "min" => Aggregate(AggregateFunction.Min),
                    "except" => Except(unit),
                    "except2" => Except(unit, units[1]),
                    "thisyear" => Value(Period.Year(city.Today.Year)),
                    "lastyear" => Value(Period.Year(city.Today.Year - 1)),
                    "lastquarter" => Value(Period.Quarter(city.Today.Year, (city.Today.Month + 2) / 3).Previous()!),
                    "lastmonth" => Value(Period.Month(city.Today.Year, city.Today.Month).Previous()!),
                    "define" => new DefineQuery { Indicator = i },
                    "coverage" => new CoverageQuery
                    {
                        Indicator = i,
                        Units = kinds,
                        Period = period,
                    },
                    "missing" => Owed(kinds) with
                    {
                        States = [ObligationState.Upcoming, ObligationState.Due, ObligationState.Overdue, ObligationState.Missing],
                    },
                    "late" => Owed(kinds) with { States = [ObligationState.IssuedLate] },
                    "waived" => Owed(kinds) with { States = [ObligationState.Waived] },
                    "issued" => Owed(u) with { Aspect = ObligationAspect.Issued },
                    "document" => Owed(u) with { Aspect = ObligationAspect.Document },
                    "deadline" => Owed(UnitSet.All) with { Aspect = ObligationAspect.Deadline },
                    "achievements" => Findings(u, Polarity.Achievement),
                    "limitations" => Findings(u, Polarity.Limitation),
                    "recommendations" => Findings(u, Polarity.Recommendation),
                    "kindachievements" => Findings(kinds, Polarity.Achievement),
                    "kindlimitations" => Findings(kinds, Polarity.Limitation),
                    "kindrecommendations" => Findings(kinds, Polarity.Recommendation),
                    "progress" => new ProjectsQuery { Project = project.Code, Aspect = ProjectAspect.Progress },
                    "expected" => new ProjectsQuery { Project = project.Code, Aspect = ProjectAspect.Expected },
                    "profile" => new ProfileQuery { Unit = unit.Code },
                    _ => null,
                };

                RankQuery Rank(RankEnd end, int count) =>
                    new()
                    {
                        Indicator = i,
                        Units = kinds,
                        Period = period,
                        End = end,
                        Count = count,
                    };
                FilterQuery Filter(Comparator comparator) =>
                    new()
                    {
                        Indicator = i,
                        Units = kinds,
                        Period = period,
                        Threshold = new Claim(comparator, number),
                    };
                AggregateQuery Aggregate(AggregateFunction function) =>
                    new()
                    {
                        Indicator = i,
                        Units = kinds,
                        Period = period,
                        Function = function,
                    };
                ObligationsQuery Owed(UnitSet who) =>
                    new()
                    {
                        Units = who,
                        Types = [plan.Code],
                        Period = Period.Year(year),
                    };
                ValueQuery Value(Period at) =>
                    new()
                    {
                        Indicators = [i],
                        Units = u,
                        Period = at,
                    };
                CompareQuery Except(params IEnumerable<OrgUnit> left) =>
                    new()
                    {
                        Indicator = i,
                        Units = kinds with { Except = [.. left.Select(l => l.Code)] },
                        Period = period,
                    };
                FindingsQuery Findings(UnitSet who, Polarity polarity) =>
                    new()
                    {
                        Units = who,
                        Polarity = polarity,
                        Period = Period.Year(year),
                    };
            }
        }

        private Indicator Indicator(string kind)
        {
            var fitting = city
                .Indicators.SkipLast(1)
                .Where(i => kind == "basis" ? i.Bases.Count > 1 : kind != "mean" || i.Code.Value != "days")
                .ToList();
            return fitting[random.Next(fitting.Count)];
        }

        private static UnitSet Named(string template, OrgUnit u, OrgUnit v, OrgUnit w) =>
            template.Contains("{w}", StringComparison.Ordinal) ? UnitSet.Of(u.Code, v.Code, w.Code) : UnitSet.Of(u.Code, v.Code);

        // Two periods of one sort, the earlier first.
        private (Period From, Period To) Periods(string kind)
        {
            var year = city.Today.Year - 1 - random.Next(2);
            var quarter = random.Next(1, 4);
            return (kind is "trend" or "change" ? random.Next(2) : random.Next(7)) switch
            {
                0 => (Period.Year(year - 1), Period.Year(year)),
                1 or 2 or 3 => (Period.Quarter(year, quarter), Period.Quarter(year, quarter + 1)),
                4 => (Period.Half(year, random.Next(1, 3)), Period.Half(year + 1, 1)),
                5 => (Period.Month(year, random.Next(1, 13)), Period.Month(year + 1, 1)),
                _ => (Period.SpanOfMonths(year, 1, year, 9), Period.Year(year)),
            };
        }
    }
}
