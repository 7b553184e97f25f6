namespace AiFixer.Plugins.Databases;

/// <summary>What working sessions did at several moments.</summary>
internal sealed class ActivitySample
{
    private const int Moments = 8;
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);
    private readonly List<PgSession> seen = [];

    public static async Task<ActivitySample> TakeAsync(PgReader reader, TimeProvider time)
    {
        var sample = new ActivitySample();
        for (var moment = 0; moment < Moments; moment++)
        {
            if (moment > 0)
            {
                await Task.Delay(Apart, time, reader.Token);
                await reader.LookAgainAsync();
            }

            sample.seen.AddRange((await Sessions.BusyAsync(reader)).Where(s => !s.IsOurs));
        }

        return sample;
    }

    public List<WaitLoad> Waits(long? queryId = null) => Loads(seen.Where(s => queryId is null || s.QueryId == queryId));

    public IEnumerable<TopStatement> Statements() => seen
        .GroupBy(s => s.Statement, StringComparer.Ordinal)
        .Select(same => new TopStatement(same.Key, Load(same.Count()), Loads(same), null, null, null))
        .OrderByDescending(s => s.DbLoadAvg)
        .Take(20);

    private static List<WaitLoad> Loads(IEnumerable<PgSession> sessions) =>
    [
        .. sessions.GroupBy(s => s.Wait ?? "CPU", StringComparer.Ordinal)
            .Select(same => new WaitLoad(same.Key, same.Key.Split(':')[0], Load(same.Count())))
            .OrderByDescending(w => w.DbLoadAvg).ThenBy(w => w.Name, StringComparer.Ordinal),
    ];

    private static double Load(int sessions) => Math.Round((double)sessions / Moments, 2);
}
