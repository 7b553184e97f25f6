using System.Threading.Tasks.Sources;
using AiFixer.Core.Journal;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Writing;

/// <summary>An append on its way, and the promise of its verdict. One object for both, since there are many.</summary>
internal sealed class PendingAppend(Append append, SealedContent content, string digest, string search) : IValueTaskSource<AppendVerdict>
{
    private ManualResetValueTaskSourceCore<AppendVerdict> _source = new() { RunContinuationsAsynchronously = true };

    public Append Append { get; } = append;

    /// <summary>What it brings, as it will be kept.</summary>
    public SealedContent Content { get; } = content;

    /// <summary>The digest of its entry.</summary>
    public string Digest { get; } = digest;

    /// <summary>The text in which lists search.</summary>
    public string Search { get; } = search;

    public long Size { get; } = append.Entry.Length + append.Snapshot.Length + append.Blobs.Sum(blob => (long)blob.Bytes.Length);

    /// <summary>Whoever waits for it only passes the answer on when it was stored: many may share a thread for that.</summary>
    public bool IsAnsweredBriefly => Append.Lane == Lane.Alert;

    /// <summary>What will be answered once the transaction is on disk.</summary>
    public AppendVerdict? Decided { get; set; }

    public ValueTask<AppendVerdict> Task => new(this, _source.Version);

    /// <summary>Whoever waits goes on elsewhere.</summary>
    public void Answer(AppendVerdict verdict) => _source.SetResult(verdict);

    /// <summary>Whoever waits goes on here and now.</summary>
    public void AnswerHere(AppendVerdict verdict)
    {
        _source.RunContinuationsAsynchronously = false;
        _source.SetResult(verdict);
    }

    public void Fail(Exception exception) => _source.SetException(exception);

    AppendVerdict IValueTaskSource<AppendVerdict>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<AppendVerdict>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<AppendVerdict>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
