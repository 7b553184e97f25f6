using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Cluster.Tests.Claims;

/// <summary>Appends that want claims, each of an incident of its own.</summary>
internal static class Wanting
{
    public const string Target = "cooldown:default/deployment/shop/web";
    public static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(5);
    private static long made;

    public static Append OneTarget() => Of(new Claim(Target, Cooldown));

    public static Append Quota(int slots) => Of(new Claim(ClaimKeys.AutomaticFixes, TimeSpan.FromHours(1), slots));

    public static Append Of(params IReadOnlyList<Claim> claims)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            Incident = IncidentId.Create(now, Interlocked.Increment(ref made)),
            ExpectedVersion = 0,
            PreviousDigest = "",
            Entry = "{}"u8.ToArray(),
            Row = new(IncidentStatus.Executing, Severity.P2, "It is broken", "broken", "web", now, now, null),
            Claims = claims,
        };
    }
}
