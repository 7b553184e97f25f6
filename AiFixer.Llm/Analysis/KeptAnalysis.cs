using System.Collections.Immutable;
using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Llm.Analysis;

/// <summary>A validated answer with what was looked at for it beyond what the offline analyst sees anyway.</summary>
internal sealed record KeptAnalysis(JsonElement Answer, string Provider, ImmutableList<Evidence> Evidence, ImmutableList<Blob> Blobs);
