using System.Text.Json;

namespace AiFixer.Llm.Analysis;

/// <summary>Proposals as a model gave them: they pass every check again before they are used again.</summary>
internal sealed record KeptProposals(JsonElement Answer);
