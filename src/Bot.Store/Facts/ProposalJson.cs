using System.Text.Json.Serialization;
using Bot.Indicators.Proposals;

namespace Bot.Store.Facts;

/// <summary>How the cells of a proposal and the open passages of a document stand in their rows.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(OpenText[]))]
internal sealed partial class ProposalJson : JsonSerializerContext;

/// <summary>An open passage as its document's row has it.</summary>
/// <param name="Quote">Its words.</param>
/// <param name="Start">Their place.</param>
/// <param name="Reason">What is not certain.</param>
/// <param name="Named">The words in question.</param>
/// <param name="Nearest">The nearest names.</param>
/// <param name="Proposed">The table of the fact that a language model proposed on these words; null where they are open.</param>
internal sealed record OpenText(string Quote, int Start, OpenReason Reason, string Named, string[] Nearest, string? Proposed = null);
