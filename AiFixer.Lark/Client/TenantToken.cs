namespace AiFixer.Lark.Client;

/// <summary>The app's token: asked for once by however many callers, again well before it ends, and again when the platform does not want it.</summary>
internal sealed class TenantToken(LarkHttp http, string appId, string appSecret, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(3);
    private readonly SemaphoreSlim turn = new(1);
    private Held? held;

    public async Task<LarkResult<string>> TakeAsync(CancellationToken cancellationToken)
    {
        if (held is { } now && time.GetUtcNow() < now.Until)
            return now.Token;
        await turn.WaitAsync(cancellationToken);
        try
        {
            return held is { } other && time.GetUtcNow() < other.Until ? other.Token : await FetchAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The platform did not want this one; another that came meanwhile stays.</summary>
    public void Drop(string token)
    {
        if (held is { } now && now.Token == token)
            Interlocked.CompareExchange(ref held, null, now);
    }

    public void Dispose() => turn.Dispose();

    private async Task<LarkResult<string>> FetchAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        var reply = await http.SendAsync(
            HttpMethod.Post, "/open-apis/auth/v3/tenant_access_token/internal", new() { ["app_id"] = appId, ["app_secret"] = appSecret }, null, cancellationToken);
        if (!reply.IsDone)
            return LarkErrors.Of(reply);
        if (reply.Body.Said("tenant_access_token") is not { Length: > 0 } token || reply.Body.Number("expire") is not { } seconds)
            return new LarkError(LarkErrorKind.Unavailable, 0, "the platform gave no token");
        var life = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86400));
        // One that is short-lived anyway is used for half its life.
        held = new(token, asked + (life > 2 * Early ? life - Early : life / 2));
        return token;
    }

    private sealed record Held(string Token, DateTimeOffset Until);
}
