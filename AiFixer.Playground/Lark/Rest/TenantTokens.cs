using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>Tokens live for a while; in their last half hour another one is handed out beside them.</summary>
internal sealed class TenantTokens(PracticeLarkOptions options, RoomIds ids)
{
    private static readonly TimeSpan LastPart = TimeSpan.FromMinutes(30);
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> good = [];

    /// <summary>How many were made.</summary>
    public int Made { get; private set; }

    public (string Token, int Seconds) Take()
    {
        var now = options.Time.GetUtcNow();
        lock (gate)
        {
            foreach (var old in good.Where(one => one.Value <= now).Select(one => one.Key).ToList())
                good.Remove(old);
            var (token, until) = good.OrderByDescending(one => one.Value).FirstOrDefault();
            if (token is null || until - now < LastPart)
            {
                (token, until) = (ids.Next("t-"), now + options.TokenLife);
                good[token] = until;
                Made++;
            }

            return (token, (int)(until - now).TotalSeconds);
        }
    }

    public bool IsGood(string token)
    {
        lock (gate)
            return good.TryGetValue(token, out var until) && until > options.Time.GetUtcNow();
    }

    /// <summary>None that was handed out is good any more.</summary>
    public void ExpireAll()
    {
        lock (gate)
            good.Clear();
    }
}
