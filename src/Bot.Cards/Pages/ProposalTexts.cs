using Bot.Cards.Review;
using Bot.Indicators.Proposals;

namespace Bot.Cards.Pages;

/// <summary>Proposed facts on a page, in the words of the review card.</summary>
public static class ProposalTexts
{
    extension(PageWords page)
    {
        /// <summary>The unit that a proposal is about, or that it is about several.</summary>
        public string UnitOf(ReviewedFact fact) => fact.Unit is { } unit ? page.Name(unit) : page.All["review.several"];

        /// <summary>What it is about.</summary>
        public string Title(ProposedFact fact) => FactWords.Title(fact, page.All);

        /// <summary>What the number is a share of, and when; empty where there is nothing to say.</summary>
        public string Detail(ProposedFact fact) => FactWords.Detail(fact, page.All);

        /// <summary>What is said of it: the number with its unit, or the words.</summary>
        public string Value(ProposedFact fact) => FactWords.Value(fact, page.All);

        /// <summary>Why it needs a closer look.</summary>
        public string Doubt(FactDoubt doubt) => page.All["review.doubt." + doubt];

        /// <summary>What became of it.</summary>
        public StateText State(ReviewedFact fact) =>
            new(
                fact.State switch
                {
                    ProposalState.Proposed => StateRole.Waiting,
                    ProposalState.Approved => StateRole.Good,
                    _ => StateRole.Neutral,
                },
                page.All["review.state." + fact.State]
            );
    }
}
