namespace AiFixer.Storage.Leases;

/// <summary>
/// Since when leases of others look as they do. One that nobody renewed for as long as it lasts is over, whatever the
/// database's clock says: when that goes back by an hour, the lease of a process that is gone would last an hour longer.
/// </summary>
internal sealed class LeaseWatch(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Until, long Since)> _seen = new(StringComparer.Ordinal);

    /// <param name="until">Until when the row says it lasts.</param>
    public bool IsOver(string token, long until)
    {
        lock (_gate)
        {
            if (_seen.TryGetValue(token, out var seen) && seen.Until == until)
                return time.GetElapsedTime(seen.Since) > LeaseToken.Lasts(token);
            _seen[token] = (until, time.GetTimestamp());
            return false;
        }
    }

    public void Forget(string token)
    {
        lock (_gate)
            _seen.Remove(token);
    }
}
