using Bot.Indicators.Queries;

namespace Bot.Tests.Understanding.Chains;

/// <summary>One turn of a made-up conversation: what is typed, and the query that it must be read to.</summary>
internal sealed record ChainTurn(string Step, string Text, Query Expected);
