using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Ssh;

/// <summary>A connection to a host that is held open by an ssh of its own, so that there is a moment between connecting and sending.</summary>
internal sealed class SshLine : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private readonly CancellationTokenSource closing;
    private readonly SshFolder folder;
    private readonly ProcessRunner processes;
    private readonly SshHostOptions options;
    private readonly TimeProvider time;
    private readonly Task<ProcessReport> held;

    private SshLine(SshFolder folder, ProcessRunner processes, SshHostOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.folder, this.processes, this.options, this.time) = (folder, processes, options, time);
        closing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        held = processes.RunAsync(folder.Connecting(options.ConnectTimeout + options.CommandTimeout), closing.Token);
    }

    public static SshLine Open(
        SshFolder folder, ProcessRunner processes, SshHostOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        new(folder, processes, options, time, cancellationToken);

    /// <summary>Waits until the host has let us in; what became of the ssh that was to connect when it has not.</summary>
    public async Task<ProcessReport?> FailedAsync(CancellationToken cancellationToken)
    {
        while (!File.Exists(folder.Socket))
        {
            if (held.IsCompleted)
                return await held;
            await Task.WhenAny(held, Task.Delay(Look, time, CancellationToken.None));
        }

        return held.IsCompleted || cancellationToken.IsCancellationRequested ? await held : null;
    }

    public async Task<SshReport> SendAsync(IReadOnlyList<string> words, Func<bool> mayLeave, CancellationToken cancellationToken)
    {
        var report = await processes.RunAsync(folder.Over(options.CommandTimeout, words) with { MayLeave = mayLeave }, cancellationToken);
        return SshReport.Of(folder.Host, words, report, folder.Log());
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await held;
        closing.Dispose();
    }
}
