using System.Collections.Immutable;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>What one rule concludes.</summary>
public sealed record Finding(
    Verdict Verdict, string Category, string RootCause, double Confidence, ImmutableList<SuggestedAction> Suggestions);
