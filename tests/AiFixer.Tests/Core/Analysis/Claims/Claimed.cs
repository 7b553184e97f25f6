using System.Collections.Immutable;
using System.Text;
using AiFixer.Core.Analysis.Claims;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Tests.Core.Analysis.Claims;

/// <summary>A diagnosis with claims, and the evidence they cite.</summary>
internal static class Claimed
{
    public const string Rollout =
        """{"deployment":"checkout-api","revisions":[{"revision":7,"image":"registry.local/checkout:v2.4.1","sha":"9f3c2ab41d7e88aa"},{"revision":6,"image":"registry.local/checkout:v2.4.0"}],"at":1767263525}""";

    public const string Metrics =
        """{"error_rate":0.1534,"p99_seconds":1.487,"memory_bytes":536870912,"rps":1187,"pods":["a","b","c"],"reason":"OOMKilled","log":"dial tcp: connection refused"}""";

    public static CheckedDiagnosis Check(Verdict verdict, params CitedClaim[] claims) => ClaimCheck.Check(Of(verdict, claims), Book());

    public static Diagnosis Of(Verdict verdict, params CitedClaim[] claims) =>
        new(1, "test", verdict, "rollout", "A bad rollout.", 0.95, Evidence(), [], [], []) { Claims = [.. claims], FirstFailing = "cart" };

    public static CitedClaim Claim(string text, params string[] cites) => new(text, [.. cites]);

    public static EvidenceBook Book() => EvidenceBook.Of(Evidence(), [Data(Rollout), Data(Metrics)]);

    private static ImmutableList<Evidence> Evidence() =>
    [
        new("E1", "k8s.rollout_history", "2 revisions of checkout-api", Data(Rollout).Hash),
        new("E2", "prom.query", "Latency is 1487 ms", Data(Metrics).Hash),
        new("E3", "loki.query", "3 lines: checkout is slow"),
    ];

    private static Blob Data(string json) => Blob.Of("application/json", Encoding.UTF8.GetBytes(json));
}
