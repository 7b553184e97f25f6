using AiFixer.Hosting.Configuration;
using AiFixer.Llm.Cache;

namespace AiFixer.Hosting.Models;

/// <summary>Reads the section <c>Llm:Cache</c>.</summary>
internal static class CacheSettings
{
    private static readonly CacheOptions Defaults = new();
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static CacheOptions Read(SettingsReader settings)
    {
        settings.RefuseOthers([nameof(CacheOptions.Analysis), nameof(CacheOptions.Proposals), nameof(CacheOptions.Entries)]);
        return new()
        {
            Analysis = settings.Duration(nameof(CacheOptions.Analysis), Defaults.Analysis, TimeSpan.Zero, Day),
            Proposals = settings.Duration(nameof(CacheOptions.Proposals), Defaults.Proposals, TimeSpan.Zero, Day),
            Entries = settings.Number(nameof(CacheOptions.Entries), Defaults.Entries, 0, 100_000),
        };
    }
}
