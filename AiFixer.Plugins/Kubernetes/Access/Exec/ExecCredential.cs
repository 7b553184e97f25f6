namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// A credential that a program hands out: kept until it expires or is refused, fetched once for all who wait. A failure is
/// kept for a moment, so that a broken program is not started again for every request.
/// </summary>
internal sealed class ExecCredential(ExecSettings settings, TimeProvider time) : ICredential
{
    private static readonly TimeSpan FailureKeptFor = TimeSpan.FromSeconds(10);
    private readonly Lock gate = new();
    private (Task<(KubeIdentity Identity, DateTimeOffset? Expires)> Fetch, DateTimeOffset Since)? kept;

    public async ValueTask<KubeIdentity> GetAsync(CancellationToken cancellationToken) =>
        (await Current().WaitAsync(cancellationToken)).Identity;

    public bool Forget()
    {
        lock (gate)
        {
            if (kept is { Fetch.IsCompleted: true })
                kept = null;
        }

        return true;
    }

    private Task<(KubeIdentity Identity, DateTimeOffset? Expires)> Current()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (kept is not { } last || IsOver(last.Fetch, last.Since, now))
                kept = last = (Task.Run(FetchAsync), now);
            return last.Fetch;
        }
    }

    private static bool IsOver(Task<(KubeIdentity Identity, DateTimeOffset? Expires)> fetch, DateTimeOffset since, DateTimeOffset now) => fetch switch
    {
        { IsCompletedSuccessfully: true } => fetch.Result.Expires <= now,
        { IsCompleted: true } => now - since >= FailureKeptFor,
        _ => false,
    };

    private async Task<(KubeIdentity Identity, DateTimeOffset? Expires)> FetchAsync()
    {
        var answer = ExecAnswer.Read(await ExecProgram.RunAsync(settings, time), settings);
        return (answer.ToIdentity(settings), answer.Expires);
    }
}
