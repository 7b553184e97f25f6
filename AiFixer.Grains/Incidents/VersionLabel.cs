using Orleans.Runtime;

namespace AiFixer.Grains.Incidents;

/// <summary>
/// Says beside a call which version of the incident its caller wrote: who knows that one already need not read it. A silo of
/// another release may not write it, or not read it; then the incident is read from the store.
/// </summary>
internal static class VersionLabel
{
    private const string Key = "aifixer.version";

    /// <summary>For the calls that the caller's method makes from here on.</summary>
    public static void Attach(long version) => RequestContext.Set(Key, version);

    public static long? Read() => RequestContext.Get(Key) as long?;
}
