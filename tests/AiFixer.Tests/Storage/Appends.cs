using System.Text;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Tests.Storage;

/// <summary>Makes appends for tests.</summary>
internal static class Appends
{
    private static readonly DateTimeOffset Opened = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);
    private static long _ids;

    public static IncidentId NewId() => IncidentId.Create(Opened.AddMilliseconds(Interlocked.Increment(ref _ids)), _ids);

    public static Append First(IncidentId id, params Claim[] claims) => new()
    {
        Incident = id,
        ExpectedVersion = 0,
        PreviousDigest = "",
        Entry = Bytes($"{{\"entry\":1,\"of\":\"{id}\"}}"),
        Snapshot = Bytes("{\"version\":1}"),
        Row = Row(),
        Claims = claims,
        Lane = Lane.Alert,
    };

    public static Append After(IncidentId id, AppendVerdict before, params Claim[] claims)
    {
        var (version, digest) = before.ShouldBeOfType<AppendVerdict.Stored>();
        return First(id, claims) with
        {
            ExpectedVersion = version,
            PreviousDigest = digest,
            Entry = Bytes($"{{\"entry\":{version + 1}}}"),
            Snapshot = Bytes($"{{\"version\":{version + 1}}}"),
            Lane = Lane.Lifecycle,
        };
    }

    public static IncidentRow Row(
        IncidentStatus status = IncidentStatus.New,
        Severity severity = Severity.P2,
        string title = "Pod payments crash loops",
        DateTimeOffset? due = null) =>
        new(status, severity, title, "f00d", "k8s/deployment/prod/payments", Opened, Opened, due);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
