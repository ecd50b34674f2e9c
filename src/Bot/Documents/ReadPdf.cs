using System.Text.Json.Serialization;
using Bot.Indicators.Proposals;

namespace Bot.Documents;

/// <summary>What the process that reads a PDF says: the text, or why there is none.</summary>
internal sealed record ReadPdf(string? Text, string UnreadPages, DocumentFault Fault);

[JsonSerializable(typeof(ReadPdf))]
internal sealed partial class ReadPdfJson : JsonSerializerContext;
