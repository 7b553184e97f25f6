using System.Collections.Immutable;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Plugins;

namespace AiFixer.Tests.Engine.World;

/// <summary>Alerts about accounts.</summary>
internal static class Alerts
{
    public static IncomingAlert Firing(
        string account, DateTimeOffset startsAt, string fixes = "Set", string delivery = "1", Severity severity = Severity.P2, string? group = null) =>
        new(Of(account, startsAt, fixes, severity) with { GroupKey = group }, true, $"{account}/{delivery}");

    public static IncomingAlert Resolved(string account, DateTimeOffset startsAt, string delivery = "over") =>
        new(Of(account, startsAt, "Set", Severity.P2), false, $"{account}/{delivery}");

    private static Alert Of(string account, DateTimeOffset startsAt, string fixes, Severity severity) => new()
    {
        Source = "test",
        Name = "AccountBroken",
        Severity = severity,
        Fingerprint = $"broken/{account}",
        Instance = $"{account}/1",
        Summary = $"{account} is broken",
        StartsAt = startsAt,
        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("account", account).Add("fixes", fixes),
        Target = new TargetRef("default", "account", "default", account),
    };
}
