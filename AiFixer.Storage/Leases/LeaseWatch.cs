namespace AiFixer.Storage.Leases;

/// <summary>
/// Since when leases of others look as they do. One that nobody renewed for as long as it lasts is over, whatever the
/// database's clock says: when that goes back by an hour, the lease of a process that is gone would last an hour longer.
/// Another process may give its lease more time than we do: it lasts as long as its row says, up to the longest there is.
/// </summary>
internal sealed class LeaseWatch(TimeSpan leaseTime, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Until, long Since, TimeSpan Lasts)> _seen = new(StringComparer.Ordinal);

    /// <param name="until">Until when the row says it lasts.</param>
    /// <param name="left">How long that is by the database's clock.</param>
    public bool IsOver(string token, long until, TimeSpan left)
    {
        lock (_gate)
        {
            if (_seen.TryGetValue(token, out var seen) && seen.Until == until)
                return time.GetElapsedTime(seen.Since) > seen.Lasts;
            var lasts = left < StorageOptions.LongestLease ? left : StorageOptions.LongestLease;
            _seen[token] = (until, time.GetTimestamp(), lasts > leaseTime ? lasts : leaseTime);
            return false;
        }
    }

    public void Forget(string token)
    {
        lock (_gate)
            _seen.Remove(token);
    }
}
