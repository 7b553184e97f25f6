namespace AiFixer.Plugins.Kubernetes;

/// <summary>A token in a file that is replaced as it expires: read again every minute, and at once when it is refused.</summary>
internal sealed class TokenFileCredential(string path, TimeProvider time) : ICredential
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private volatile Kept? kept;

    public ValueTask<KubeIdentity> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (kept is not { } last || now - last.ReadAt >= KeptFor)
            kept = last = new(Read(), now);
        return new(last.Identity);
    }

    public bool Forget()
    {
        kept = null;
        return true;
    }

    private KubeIdentity Read()
    {
        var token = Pem.Read(path).Trim();
        return token.Length > 0 ? new(new("Bearer", token)) : throw new KubeAccessException($"{path} holds no token");
    }

    private sealed record Kept(KubeIdentity Identity, DateTimeOffset ReadAt);
}
