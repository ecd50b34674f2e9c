using System.Text.Json.Serialization;
using Bot.Indicators.Proposals;

namespace Bot.Store.Facts;

/// <summary>How the cells of a proposal and the open passages of a document stand in their rows.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(OpenText[]))]
internal sealed partial class ProposalJson : JsonSerializerContext;

/// <summary>An open passage as its document's row has it.</summary>
internal sealed record OpenText(string Quote, int Start, OpenReason Reason, string Named, string[] Nearest);
