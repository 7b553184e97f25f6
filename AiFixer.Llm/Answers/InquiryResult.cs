using System.Text.Json;

namespace AiFixer.Llm.Answers;

/// <summary>A valid answer and who gave it, or why there is none.</summary>
internal sealed record InquiryResult(JsonElement? Answer, string? Provider, string? Failure);
