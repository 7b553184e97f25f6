using AiFixer.Engine;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads the section <c>Engine</c>.</summary>
internal static class EngineSettings
{
    private static readonly EngineOptions Defaults = new();
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="leaseTime">How long a lease is good for: it is renewed well before.</param>
    public static EngineOptions Read(SettingsReader root, TimeSpan leaseTime)
    {
        var settings = root.Section("Engine");
        return new()
        {
            DedupWindow = settings.Duration(nameof(EngineOptions.DedupWindow), Defaults.DedupWindow, TimeSpan.FromSeconds(1), Day),
            StillFiringGrace = settings.Duration(nameof(EngineOptions.StillFiringGrace), Defaults.StillFiringGrace, TimeSpan.Zero, Day),
            Workers = settings.Number(nameof(EngineOptions.Workers), Defaults.Workers, 1, 1024),
            QueueLength = settings.Number(nameof(EngineOptions.QueueLength), Defaults.QueueLength, 16, 1_000_000),
            CacheSize = settings.Number(nameof(EngineOptions.CacheSize), Defaults.CacheSize, 0, 1_000_000),
            ScanInterval = settings.Duration(nameof(EngineOptions.ScanInterval), Defaults.ScanInterval, Tick, TimeSpan.FromMinutes(1)),
            VerifyInterval = settings.Duration(nameof(EngineOptions.VerifyInterval), Defaults.VerifyInterval, Tick, TimeSpan.FromHours(1)),
            ShutdownGrace = settings.Duration(nameof(EngineOptions.ShutdownGrace), Defaults.ShutdownGrace, TimeSpan.Zero, TimeSpan.FromSeconds(8)),
            LeaseRenewal = leaseTime / 4,
            LeasePatience = leaseTime * 2,
            HoldFollowUp = settings.Flag(nameof(EngineOptions.HoldFollowUp), false),
        };
    }
}
