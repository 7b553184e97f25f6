using AiFixer.Lark.Client;

namespace AiFixer.Lark.Talk;

/// <summary>Who we are in chats, asked until it is answered once.</summary>
internal sealed class OurName(ILarkClient client)
{
    private volatile string _known = "";

    /// <summary>Our open id; empty while nobody says.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (_known.Length == 0 && (await client.WhoAmIAsync(cancellationToken)).Value is { } us)
            _known = us.OpenId;
        return _known;
    }
}
