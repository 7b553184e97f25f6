using AiFixer.Lark.Client;

namespace AiFixer.Lark.Talk;

/// <summary>Who we are in chats, asked until it is answered once; not for every message while nobody answers.</summary>
internal sealed class OurName(ILarkClient client, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private readonly Lock _gate = new();
    private string _known = "";
    private DateTimeOffset _askAgain = DateTimeOffset.MinValue;

    /// <summary>Our open id; empty while nobody says.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_known.Length > 0 || time.GetUtcNow() < _askAgain)
                return _known;
            _askAgain = time.GetUtcNow() + Pause;
        }

        var us = (await client.WhoAmIAsync(cancellationToken)).Value;
        lock (_gate)
            return _known = us?.OpenId ?? _known;
    }
}
