using AiFixer.Core.Journal;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>What one process asked the store for.</summary>
/// <param name="Lease">Names the process.</param>
internal sealed record Asked(string Lease, Append Append, AppendVerdict Verdict);
