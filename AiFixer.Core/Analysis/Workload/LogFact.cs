using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>The last lines of one copy's log.</summary>
public sealed record LogFact(string Pod, ImmutableList<string> Lines, string Evidence);
